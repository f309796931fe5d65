import AWSJSON
import Foundation
import Testing

@Suite("The protocol's own test cases", .enabled(if: ConformanceFolder.isThere))
struct ProtocolVectorTests {
    @Test("mean what they should, and are written again with the same meaning", arguments: ProtocolCase.all)
    func exchange(vector: ProtocolCase) async {
        guard ProtocolExceptions.notServed[vector.name] == nil else { return }
        let problem = await problem(of: vector)
        judge(vector.name, problem)
    }

    @Test("of malformed bodies are refused as such", arguments: MalformedCase.all)
    func malformed(vector: MalformedCase) {
        guard ProtocolExceptions.notServed[vector.name] == nil else { return }
        guard let body = vector.body, let coder = ProtocolCoder.all[vector.target] else {
            Issue.record("\(vector.name) has no body or no shape: list it")
            return
        }
        do {
            let read = try coder.rereadRequest(Array(body.utf8))
            judge(vector.name, "read, with \(read.deviations) deviations")
        } catch {
            judge(vector.name, error is SerializationFailure ? nil : "\(error)")
        }
    }

    @Test("are there, every one that is listed as an exception")
    func listed() {
        let names = Set(ProtocolCase.all.map(\.name) + MalformedCase.all.map(\.name))
        #expect(ProtocolExceptions.failures.keys.filter { !names.contains($0) }.isEmpty)
        #expect(ProtocolExceptions.notServed.keys.filter { !names.contains($0) }.isEmpty)
        #expect(ProtocolExceptions.failures.keys.allSatisfy { ProtocolExceptions.notServed[$0] == nil })
        #expect(ProtocolCase.all.count > 200 && MalformedCase.all.count > 500)
    }

    private func judge(_ name: String, _ problem: String?) {
        if let reason = ProtocolExceptions.failures[name] {
            #expect(problem != nil, "passes now, though listed as failing (\(reason)): take it off the list")
        } else {
            #expect(problem == nil)
        }
    }

    /// What is wrong with our handling of a case; nil where nothing is.
    private func problem(of vector: ProtocolCase) async -> String? {
        do {
            if let error = ProtocolCoder.errors[vector.target] {
                let sent = try error(Array(vector.body.utf8))
                guard sent.status == vector.status else { return "status \(sent.status)" }
                guard try tree(sent.bytes)["__type"] == .string(vector.target) else { return "no __type" }
                return try difference(vector, sent.bytes, vector.target)
            }
            guard let coder = ProtocolCoder.all[vector.target] else { return "no such operation" }
            let operation = ProtocolFacts.loaded.operations[vector.target]
            switch vector.direction {
            case .request:
                let read = try coder.rereadRequest(Array(vector.body.utf8))
                guard read.deviations == 0 else { return "\(read.deviations) deviations" }
                return try difference(vector, read.bytes, operation?.input)
            case .response:
                let bytes = try await coder.answerAgain(Array(vector.body.utf8))
                if operation?.output == nil { return bytes.isEmpty ? nil : "a body where there is no output" }
                return try difference(vector, bytes, operation?.output)
            }
        } catch {
            return "\(error)"
        }
    }

    private func difference(_ vector: ProtocolCase, _ written: [UInt8], _ shape: String?) throws -> String? {
        let facts = ProtocolFacts.loaded
        let expected = facts.meaning(of: vector.meaning, as: shape, in: .vector)
        let ours = facts.meaning(of: try tree(written), as: shape, in: .wire)
        guard ours == expected else { return "\(ours) instead of \(expected)" }
        guard !vector.body.isEmpty else { return nil }
        let theirs = facts.meaning(of: try tree(Array(vector.body.utf8)), as: shape, in: .wire)
        return theirs == ours ? nil : "\(ours) instead of the body's \(theirs)"
    }

    private func tree(_ bytes: [UInt8]) throws -> JSONTree {
        try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
    }
}

import AWSJSON
import SmithyTypes
import Testing

private let remark = Explanation(rule: "book.kept", sentence: "It is kept.", evidence: "a test", certainty: "cosell")

/// Answers with a remark, or refuses with an explanation.
private struct RemarkingPut: Operation {
    typealias Contract = PutBook

    func run(_ input: PutBookRequest, for call: Call) async throws -> Answer<PutBookResponse> {
        switch input.book.title {
        case "refuse":
            throw PutBook.Failure.conflict(ConflictException(message: "Taken", explanations: [remark]))
        case "stored": return .stored(PutBookResponse(book: input.book).encoded(), remarks: [remark])
        case "value": return .value(PutBookResponse(book: input.book), remarks: [remark])
        default: return .value(PutBookResponse(book: input.book))
        }
    }
}

@Suite("What an operation says beside its answer")
struct RemarkTests {
    private func outcome(_ title: String, _ binding: Binding = .awsJSON) async throws -> Outcome {
        let body = #"{"Book":{"Isbn":"0000000000","Title":"\#(title)","Genre":"3D","Published":0}}"#
        let call = Call(requestIdentifier: "request", accountIdentifier: "111122223333")
        return try await Endpoint(RemarkingPut()).decode(Array(body.utf8)).run(for: call, in: binding)
    }

    @Test("goes with the answer, and not on the wire", arguments: ["value", "stored"], [Binding.awsJSON, .pathStyle])
    func remarks(_ title: String, _ binding: Binding) async throws {
        let (body, remarks) = try await outcome(title, binding).answer()
        #expect(remarks == [remark])
        #expect(!String(decoding: body, as: UTF8.self).contains("kept"))
    }

    @Test("is nothing by default")
    func none() async throws {
        #expect(try await outcome("plain").answer().remarks.isEmpty)
    }

    @Test("of a refusal is its explanation, which travels with the contract's own error")
    func explanation() async throws {
        let refused = try await outcome("refuse")
        let error = try #require(throws: WireError.self) { try refused.answer() }
        #expect(error.code == "ConflictException")
        #expect(error.explanations == [remark])
        for binding in [Binding.awsJSON, .pathStyle] {
            #expect(!String(decoding: error.body(binding), as: UTF8.self).contains("kept"))
        }
    }
}

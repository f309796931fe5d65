import Testing

@testable import Server

@Suite("What is kept of a request")
struct RequestRecordTests {
    @Test("identifiers are UUIDs of version 4")
    func version4() {
        for _ in 0..<1_000 {
            let identifier = RequestRecord.newIdentifier()
            #expect(
                identifier.wholeMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#)
                    != nil,
                "\(identifier)"
            )
        }
    }

    @Test("no two are the same, however many threads ask")
    func unique() async {
        let identifiers = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { (0..<2_500).map { _ in RequestRecord.newIdentifier() } } }
            return await group.reduce(into: [String]()) { $0 += $1 }
        }
        #expect(Set(identifiers).count == 20_000)
    }

    @Test("each answer has its own, which is the one in the log")
    func inTheLog() async throws {
        let server = try await PipelineUnderTest()
        var answered: [String?] = []
        for body in [Body.list, "{", "{}"] {
            answered.append(await server.send("ListSolutions", body).header("x-amzn-RequestId"))
        }
        #expect(Set(answered).count == 3)
        #expect(server.log.lines.map { $0.metadata["request"] } == answered)
    }

    @Test("one line of each request: who, what, how it went")
    func line() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send("ListSolutions", Body.list, by: .of(account: "111122223333"))
        _ = await server.send("GetOpportunity", Body.absent)
        _ = await server.pipeline.answer(IncomingRequest(method: "GET", target: "/", headers: [], body: []))
        let lines = server.log.lines
        #expect(lines.map(\.message) == ["request", "request", "request"])
        #expect(lines.map { $0.metadata["operation"] } == ["ListSolutions", "GetOpportunity", "-"])
        #expect(lines.map { $0.metadata["account"] } == ["111122223333", "123456789012", "-"])
        #expect(
            lines.map { $0.metadata["outcome"] } == ["OK", "ResourceNotFoundException", "UnknownOperationException"]
        )
        #expect(lines.map { $0.metadata["status"] } == ["200", "400", "400"])
        #expect(lines.allSatisfy { Int($0.metadata["microseconds"] ?? "") ?? -1 >= 0 })
    }

    @Test("no line has a body, a signature or a secret")
    func nothingSecret() async throws {
        let server = try await PipelineUnderTest()
        _ = await server.send(
            "CreateOpportunity",
            #"{"Catalog":"Sandbox","ClientToken":"t","Project":{"Title":"Confidential"}}"#
        )
        _ = await server.send("CreateOpportunity", #"{"Catalog":"Confidential"}"#)
        let all = server.log.lines.map { "\($0)" }.joined()
        #expect(!all.contains("Confidential"))
        #expect(!all.contains("Signature="))
    }
}

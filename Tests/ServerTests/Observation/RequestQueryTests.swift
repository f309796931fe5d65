import AWSJSON
import SmithyTypes
import Testing

@testable import Server

@Suite("Requests that are looked for")
struct RequestQueryTests {
    /// Numbers 1 to 5: two successes, two refusals of the operation, one of the caller.
    private static func served() async throws -> PipelineUnderTest {
        let server = try await PipelineUnderTest(.strict)
        _ = await server.send("ListSolutions", Body.list)
        _ = await server.send("CreateOpportunity", #"{"Catalog":"AWS","ClientToken":"Token-of-2"}"#)
        _ = await server.send("GetOpportunity", Body.absent)
        _ = await server.send("ListSolutions", #"{"Catalog":"Mars"}"#)
        _ = await server.send("GetOpportunity", Body.absent, by: .of(account: "444455556666"))
        return server
    }

    static let queries: [(RequestQuery, found: [Int])] = [
        (RequestQuery(), [5, 4, 3, 2, 1]),
        (RequestQuery(maximumCount: 2), [5, 4]),
        (RequestQuery(beforeSequence: 4, maximumCount: 2), [3, 2]),
        (RequestQuery(operation: "GetOpportunity"), [5, 3]),
        (RequestQuery(operation: "ListSolutions", outcome: "OK"), [1]),
        (RequestQuery(outcome: "OK"), [2, 1]),
        (RequestQuery(outcome: "refused"), [5, 4, 3]),
        (RequestQuery(outcome: "ResourceNotFoundException"), [3]),
        (RequestQuery(outcome: "ThrottlingException"), []),
        (RequestQuery(accountIdentifier: "123456789012"), [4, 3, 2, 1]),
        (RequestQuery(accountIdentifier: "444455556666"), []),
        (RequestQuery(catalog: "AWS"), [2]),
        (RequestQuery(catalog: "Sandbox"), [3, 1]),
        (RequestQuery(text: "token-OF-2"), [2]),
        (RequestQuery(text: "mars"), [4]),
        (RequestQuery(text: "opportunity.exists"), [3]),
        (RequestQuery(text: "Only registered access keys"), [5]),
        (RequestQuery(text: ""), [5, 4, 3, 2, 1]),
        (RequestQuery(text: "found nowhere"), []),
        (RequestQuery(outcome: "refused", text: "catalog", beforeSequence: 5), [4, 3]),
    ]

    @Test("are found by account, catalog, operation, outcome and text", arguments: queries)
    func found(_ query: RequestQuery, _ numbers: [Int]) async throws {
        #expect(try await Self.served().logged(query).map(\.sequence) == numbers)
    }

    @Test("are found by the identifier that the client was told")
    func identifier() async throws {
        let server = try await Self.served()
        let answer = await server.send("ListSolutions", Body.list)
        let identifier = try #require(answer.header("x-amzn-RequestId"))
        #expect(await server.logged(RequestQuery(text: identifier.uppercased())).map(\.sequence) == [6])
    }

    @Test("are found however far back, page by page")
    func far() async throws {
        let server = try await PipelineUnderTest()
        for number in 1...500 { server.requests.append(.made(account: number.isMultiple(of: 100) ? "a" : "b")) }
        #expect(await server.logged(RequestQuery(accountIdentifier: "a")).map(\.sequence) == [500, 400, 300, 200, 100])
        let page = await server.logged(RequestQuery(accountIdentifier: "a", beforeSequence: 400, maximumCount: 2))
        #expect(page.map(\.sequence) == [300, 200])
    }

    @Test("tell who, what, when and how it went")
    func facts() async throws {
        let server = try await PipelineUnderTest()
        let start = realMilliseconds()
        let answer = await server.send("ListSolutions", Body.list, by: .of(account: "111122223333"), in: .pathStyle)
        let request = try #require(await server.logged().first)
        #expect(request.sequence == 1)
        #expect(request.entry.identifier == answer.header("x-amzn-RequestId"))
        #expect(request.entry.operation == "ListSolutions")
        #expect(request.entry.accountIdentifier == "111122223333")
        #expect(request.entry.userName == nil)
        #expect(request.entry.catalog == "Sandbox")
        #expect(request.entry.outcome == "OK")
        #expect(request.entry.status == 200)
        #expect((start...realMilliseconds()).contains(request.entry.arrivedMilliseconds))
        #expect(request.entry.microseconds >= 0)
        #expect(request.requestBody == Body.list)
        #expect(request.responseBody == answer.text)
        #expect(request.explanations.isEmpty && request.remarks.isEmpty)
    }
}

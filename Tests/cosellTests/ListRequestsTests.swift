import AWSJSON
import AdminService
import AdminShapes
import AdminWire
import EventDelivery
import Foundation
import Identity
import Logging
import SellingService
import SmithyTypes
import Store
import StoreSQLite
import Testing

@testable import Server
@testable import cosell

/// The two APIs as the program puts them together, over a store in memory, without a socket.
private struct APIs {
    let pipeline: Pipeline
    let routes: HouseRoutes
    let faults = Faults()

    init(logsBodies: Bool = false) async throws {
        let store = try MemoryStore.open()
        try await migrate(store, [.house, .identity, .selling])
        let keys = AccessKeys(store: store, secrets: .random())
        let now: @Sendable () -> Timestamp = { Timestamp(millisecondsSinceEpoch: 1_767_225_600_000) }
        let environment = SellingEnvironment(
            store: store,
            region: "us-east-1",
            pageTokenKey: Array(repeating: 1, count: 32),
            now: now
        )
        let (selling, requests, metrics) = (ServiceDefinition.selling(environment), RequestLog(), PrometheusMetrics())
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        pipeline = Pipeline(
            service: selling,
            authenticator: Authenticator(keys: keys, region: "us-east-1", signingName: "none", mode: .open),
            throttle: Throttle(mode: .off, now: now),
            region: "us-east-1",
            faults: faults,
            recorder: RequestRecorder(
                logger: logger,
                metrics: RequestMetrics(factory: metrics),
                requests: requests
            )
        )
        let events = Events(
            store: WakingStore(store),
            secrets: .random(),
            origin: EventOrigin(source: "test", region: "us-east-1"),
            logger: logger
        )
        let admin = ServiceDefinition.admin(
            AdminEnvironment(
                selling: environment,
                keys: keys,
                faults: faults,
                requests: RequestLogReader(requests, of: selling, showsBodies: logsBodies),
                events: events,
                service: selling
            )
        )
        routes = HouseRoutes(
            adminGuard: AdminGuard(token: nil, isLoopbackBind: true),
            admin: AdminPipeline(
                service: admin,
                recorder: RequestRecorder(logger: logger, metrics: RequestMetrics(factory: metrics))
            ),
            health: Health(version: "1", store: "memory", operationCount: 45),
            metrics: metrics,
            events: EventStream(events: events, logger: logger)
        )
    }

    /// A request that nobody signed: enough to be refused.
    func send(_ operation: String, _ body: String) async -> OutgoingAnswer {
        await pipeline.answer(
            IncomingRequest(
                method: "POST",
                target: "/\(operation)",
                headers: [("host", "127.0.0.1:4280"), ("content-type", "application/json")],
                body: Array(body.utf8)
            )
        )
    }

    func list(_ query: String = "{}") async throws -> OutgoingAnswer {
        let answer = await routes.answer(
            IncomingRequest(
                method: "POST",
                target: "/_cosell/ListRequests",
                headers: [("host", "127.0.0.1:4280"), ("content-type", "application/json")],
                body: Array(query.utf8)
            )
        )
        return try #require(answer)
    }

    func requests(_ query: String = "{}") async throws -> [LoggedRequest] {
        try ListRequestsResponse(stored: await list(query).body).requests
    }
}

@Suite("ListRequests")
struct ListRequestsTests {
    @Test("answers each request of the service with its explanation, newest first")
    func answers() async throws {
        let apis = try await APIs()
        let first = await apis.send("GetOpportunity", #"{"Catalog":"Sandbox","Identifier":"O1"}"#)
        _ = await apis.send("GetOportunity", "{}")
        let requests = try await apis.requests()
        #expect(requests.map(\.sequence) == [2, 1])
        #expect(requests.map(\.operation) == [nil, "GetOpportunity"])
        #expect(requests.map(\.outcome) == ["UnknownOperationException", "MissingAuthenticationTokenException"])
        let request = try #require(requests.last)
        #expect(request.status == 400)
        #expect(request.accountId == nil)
        #expect(request.requestId == first.headers.first { $0.name == "x-amzn-RequestId" }?.value)
        #expect(request.requestBody == #"{"Catalog":"Sandbox","Identifier":"O1"}"#)
        #expect(request.responseBody == String(decoding: first.body, as: UTF8.self))
        #expect(request.explanations.map(\.rule) == ["signature.missing"])
        #expect(request.explanations.allSatisfy { !$0.sentence.isEmpty && $0.wouldPass?.isEmpty == false })
        #expect(request.remarks.isEmpty)
        #expect(abs(request.time.millisecondsSinceEpoch - Int64(Date().timeIntervalSince1970 * 1000)) < 60_000)
    }

    @Test("does not list itself, nor any other request of the admin API")
    func notItself() async throws {
        let apis = try await APIs()
        for _ in 0..<3 { #expect(try await apis.requests().isEmpty) }
    }

    @Test("answers 20 where nobody says how many, and goes on before a number")
    func pages() async throws {
        let apis = try await APIs()
        for _ in 0..<45 { _ = await apis.send("ListSolutions", "{}") }
        #expect(try await apis.requests().map(\.sequence) == Array((26...45).reversed()))
        #expect(
            try await apis.requests(#"{"BeforeSequence":26,"MaxResults":100}"#).map(\.sequence)
                == Array((1...25).reversed())
        )
        #expect(try await apis.requests(#"{"BeforeSequence":1}"#).isEmpty)
    }

    @Test("hides what is sensitive, unless the server logs bodies", arguments: [false, true])
    func bodies(_ logsBodies: Bool) async throws {
        let apis = try await APIs(logsBodies: logsBodies)
        _ = await apis.send("CreateOpportunity", #"{"Catalog":"Sandbox","Project":{"Title":"Confidential"}}"#)
        let body = try #require(try await apis.requests().first?.requestBody)
        let title = logsBodies ? "Confidential" : "***"
        #expect(body == #"{"Catalog":"Sandbox","Project":{"Title":"\#(title)"}}"#)
    }

    static let filters: [(String, found: Int)] = [
        (#"{"Operation":"ListSolutions"}"#, 1), (#"{"Operation":"GetOpportunity"}"#, 0),
        (#"{"Outcome":"refused"}"#, 2), (#"{"Outcome":"OK"}"#, 0),
        (#"{"Outcome":"UnknownOperationException"}"#, 1), (#"{"Text":"DID YOU MEAN"}"#, 1),
        (#"{"Text":"missing authentication"}"#, 1), (#"{"AccountId":"123456789012"}"#, 0), (#"{"Catalog":"AWS"}"#, 0),
    ]

    @Test("filters", arguments: filters)
    func filtered(_ query: String, _ count: Int) async throws {
        let apis = try await APIs()
        _ = await apis.send("ListSolutions", #"{"Catalog":"AWS"}"#)
        _ = await apis.send("ListSolution", #"{"Catalog":"AWS"}"#)
        #expect(try await apis.requests(query).count == count)
    }

    static let refusals: [(String, says: String)] = [
        (
            #"{"Operation":"ListSolution"}"#,
            "The service has no operation 'ListSolution'. Did you mean 'ListSolutions'?"
        ),
        (#"{"Outcome":"refuse"}"#, "Did you mean 'refused'?"),
        (#"{"Outcome":"Nonsense!"}"#, "The service has no outcome 'Nonsense!'."),
        (#"{"MaxResults":0}"#, "MaxResults is 0 and must be between 1 and 100."),
        (#"{"MaxResults":101}"#, "MaxResults is 101"),
        (#"{"BeforeSequence":0}"#, "BeforeSequence is 0"),
        (#"{"AccountId":"1"}"#, "AccountId is '1'"),
        (#"{"Catalog":"Mars"}"#, "Catalog is 'Mars'"),
    ]

    @Test("refuses a question that nothing could answer", arguments: refusals)
    func refuses(_ query: String, _ says: String) async throws {
        let answer = try await APIs().list(query)
        #expect(answer.status == 400)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(says))
    }
}

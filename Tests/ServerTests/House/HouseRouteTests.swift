import AWSJSON
import EventDelivery
import Foundation
import Logging
import SellingService
import SellingShapes
import SellingWire
import Testing

@testable import Server

@Suite("The house's own routes")
struct HouseRouteTests {
    /// Stands in for the admin API: an operation that answers, and one that breaks.
    struct Answering: AWSJSON.Operation {
        typealias Contract = GetSellingSystemSettings

        func run(
            _ input: GetSellingSystemSettingsRequest,
            for call: Call
        ) async throws -> Answer<GetSellingSystemSettingsResponse> {
            .value(GetSellingSystemSettingsResponse(catalog: input.catalog))
        }
    }

    private struct Routes {
        let health = Health(version: "1.2.3", store: "memory", operationCount: 45)
        let metrics = PrometheusMetrics()
        let log = RecordedLog()
        let routes: HouseRoutes

        init(token: String? = nil) async throws {
            let service = ServiceDefinition(
                targetPrefix: "Admin",
                signingName: "admin",
                arnService: "admin",
                operationNames: ["GetSellingSystemSettings", "GetOpportunity"],
                endpoints: [Endpoint(Answering()), Endpoint(AnswerTests.BrokenOperation())],
                refusals: .selling
            )
            routes = HouseRoutes(
                adminGuard: AdminGuard(token: token, isLoopbackBind: true),
                admin: AdminPipeline(
                    service: service,
                    recorder: RequestRecorder(
                        logger: log.logger,
                        metrics: RequestMetrics(factory: metrics, prefix: "cosell_admin")
                    )
                ),
                health: health,
                metrics: metrics,
                events: EventStream(events: try await MemoryEvents.migrated().events, logger: log.logger)
            )
        }

        func answer(
            _ method: String,
            _ target: String,
            _ body: String = "",
            headers: [(name: String, value: String)] = [
                ("Host", "127.0.0.1:4280"), ("Content-Type", "application/json"),
            ]
        ) async -> OutgoingAnswer? {
            await routes.answer(
                IncomingRequest(method: method, target: target, headers: headers, body: Array(body.utf8))
            )
        }
    }

    // MARK: Health

    @Test("health is 503 until the server is ready, and when it is no more")
    func health() async throws {
        let routes = try await Routes()
        let before = try #require(await routes.answer("GET", "/_cosell/health"))
        #expect(before.status == 503)
        #expect(before.text == #"{"Status":"not ready","Version":"1.2.3","Store":"memory","Operations":45}"#)
        routes.health.becomeReady()
        let ready = try #require(await routes.answer("GET", "/_cosell/health"))
        #expect(ready.status == 200)
        #expect(ready.text == #"{"Status":"ok","Version":"1.2.3","Store":"memory","Operations":45}"#)
        #expect(ready.header("content-type") == "application/json")
        routes.health.stopBeingReady()
        #expect(await routes.answer("GET", "/_cosell/health")?.status == 503)
    }

    @Test("health needs neither token nor name: what starts Cosell asks for it")
    func healthIsOpen() async throws {
        let routes = try await Routes(token: "secret")
        routes.health.becomeReady()
        #expect(await routes.answer("GET", "/_cosell/health", headers: [])?.status == 200)
        #expect(await routes.answer("GET", "/_cosell/health?verbose", headers: [])?.status == 200)
    }

    // MARK: Everything else is guarded

    @Test(
        "all other routes are behind the guard",
        arguments: [
            ("GET", "metrics"), ("POST", "GetSellingSystemSettings"), ("POST", "Nothing"), ("GET", "Nothing"),
            ("POST", "health"), ("GET", ""), ("GET", "events/stream"),
        ]
    )
    func guarded(_ method: String, _ name: String) async throws {
        #expect(
            try await Routes().answer(method, "/_cosell/\(name)", headers: [("Host", "example.com")])?.status == 403
        )
        #expect(try await Routes(token: "secret").answer(method, "/_cosell/\(name)")?.status == 401)
    }

    static let rows: [(String, String, status: Int?)] = [
        ("GET", "/_cosell/metrics", 200),
        ("GET", "/_cosell/events/stream", 200),
        ("GET", "/_cosell/events/stream?after=no", 400),
        ("POST", "/_cosell/events/stream", 400),
        ("GET", "/_cosell/GetSellingSystemSettings", 405),
        ("PUT", "/_cosell/GetSellingSystemSettings", 405),
        ("POST", "/_cosell/GetSellingSystemSettings", 200),
        ("POST", "/_cosell/GetSellingSystemSettings?x=y", 200),
        ("POST", "/_cosell/getsellingsystemsettings", 400),
        ("POST", "/_cosell/metrics", 400),
        ("GET", "/console", 404),
        ("GET", "/console/", 404),
        ("GET", "/console/a/b", 404),
        ("POST", "/", nil),
        ("POST", "/_cosell", nil),
        ("POST", "/consoles", nil),
        ("POST", "/ListSolutions", nil),
    ]

    @Test("each route has its answer, and what is not the house's is left to the service", arguments: rows)
    func route(_ method: String, _ target: String, _ status: Int?) async throws {
        let answer = try await Routes().answer(method, target, #"{"Catalog":"Sandbox"}"#)
        #expect(answer?.status == status)
    }

    @Test("a POST that does not say that it is JSON is not read")
    func contentType() async throws {
        let answer = try await Routes().answer(
            "POST",
            "/_cosell/GetSellingSystemSettings",
            #"{"Catalog":"Sandbox"}"#,
            headers: [("Host", "localhost"), ("Content-Type", "text/plain")]
        )
        #expect(answer?.status == 415)
    }

    // MARK: The admin API's path

    @Test("answers plain JSON")
    func adminAnswer() async throws {
        let answer = try #require(
            try await Routes().answer("POST", "/_cosell/GetSellingSystemSettings", #"{"Catalog":"Sandbox"}"#)
        )
        #expect(answer.text == #"{"Catalog":"Sandbox"}"#)
        #expect(answer.header("content-type") == "application/json")
        #expect(answer.header("x-amzn-RequestId") != nil)
    }

    static let refusals: [(String, String, status: Int, code: String)] = [
        ("GetSellingSystemSettings", "", 400, "ValidationException"),
        ("GetSellingSystemSettings", "{}", 400, "ValidationException"),
        ("GetSellingSystemSettings", "[", 400, "SerializationException"),
        ("GetSellingSystemSetting", "{}", 400, "UnknownOperationException"),
        ("GetOpportunity", #"{"Catalog":"Sandbox","Identifier":"O1"}"#, 500, "InternalServerException"),
    ]

    @Test("refuses in AWS's form, as plain JSON", arguments: refusals)
    func adminRefusal(_ operation: String, _ body: String, _ status: Int, _ code: String) async throws {
        let answer = try #require(try await Routes().answer("POST", "/_cosell/\(operation)", body))
        #expect(answer.status == status)
        #expect(answer.errorCode == code)
        #expect(answer.members["__type"]?.hasSuffix(code) == true)
        #expect(answer.header("content-type") == "application/json")
    }

    @Test("names the nearest operation")
    func nearest() async throws {
        let answer = try await Routes().answer("POST", "/_cosell/GetSellingSystemSetting", "{}")
        #expect(
            answer?.message
                == "The admin API has no operation 'GetSellingSystemSetting'. Did you mean 'GetSellingSystemSettings'?"
        )
    }

    @Test("its accidents are logged with their cause and answered without")
    func accident() async throws {
        let routes = try await Routes()
        let answer = await routes.answer("POST", "/_cosell/GetOpportunity", #"{"Catalog":"Sandbox","Identifier":"O1"}"#)
        #expect(answer?.text.contains("accident") == false)
        let errors = routes.log.lines.filter { $0.level == .error }
        #expect(errors.map { $0.metadata["cause"] } == ["the accident with the secret detail"])
    }

    @Test("each of its requests has a log line and is counted, apart from the service's")
    func recorded() async throws {
        let routes = try await Routes()
        let answers = [
            await routes.answer("POST", "/_cosell/GetSellingSystemSettings", #"{"Catalog":"Sandbox"}"#),
            await routes.answer("POST", "/_cosell/GetSellingSystemSettings", "{}"),
            await routes.answer("POST", "/_cosell/MakeCoffee", "{}"),
        ]
        let lines = routes.log.lines
        #expect(
            lines.map { $0.metadata["operation"] } == ["GetSellingSystemSettings", "GetSellingSystemSettings", "-"]
        )
        #expect(lines.map { $0.metadata["outcome"] } == ["OK", "ValidationException", "UnknownOperationException"])
        #expect(lines.map { $0.metadata["request"] } == answers.map { $0?.header("x-amzn-RequestId") })
        let metrics = routes.metrics.text
        #expect(metrics.contains(#"cosell_admin_requests_total{operation="GetSellingSystemSettings",outcome="OK"} 1"#))
        #expect(metrics.contains(#"{operation="unknown",outcome="UnknownOperationException"} 1"#))
        #expect(!metrics.contains("cosell_requests_total"))
    }
}

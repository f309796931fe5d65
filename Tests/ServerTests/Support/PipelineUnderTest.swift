import AWSJSON
import Identity
import SellingService
import SmithyTypes
import Store
import StoreSQLite

@testable import Server

/// The whole path of a request over a store in memory, without a socket.
struct PipelineUnderTest {
    let store: any Store
    let keys: AccessKeys
    let faults = Faults()
    let log = RecordedLog()
    let metrics = PrometheusMetrics()
    let requests = RequestLog()
    let service: ServiceDefinition
    let pipeline: Pipeline

    /// - Parameter adjust: puts another service in the place of Selling.
    init(
        _ mode: AuthenticationMode = .open,
        limits: LimitMode = .off,
        _ adjust: (ServiceDefinition) -> ServiceDefinition = { $0 }
    ) async throws {
        store = try MemoryStore.open()
        try await migrate(store, [.house, .identity, .selling])
        keys = AccessKeys(store: store, secrets: .random())
        try await keys.registerDefaultsInEmptyStore()
        let environment = SellingEnvironment(
            store: store,
            region: "us-east-1",
            pageTokenKey: Array(repeating: 1, count: 32),
            now: Self.now
        )
        service = adjust(.selling(environment))
        pipeline = Pipeline(
            service: service,
            authenticator: Authenticator(
                keys: keys,
                region: "us-east-1",
                signingName: service.signingName,
                mode: mode
            ),
            throttle: Throttle(mode: limits, now: Self.now),
            region: "us-east-1",
            faults: faults,
            recorder: RequestRecorder(
                logger: log.logger,
                metrics: RequestMetrics(factory: metrics),
                requests: requests
            )
        )
    }

    @Sendable private static func now() -> Timestamp { Timestamp(millisecondsSinceEpoch: 1_767_225_600_000) }

    func send(
        _ operation: String,
        _ body: String,
        by caller: Caller = Caller(),
        in binding: Binding = .awsJSON
    ) async -> OutgoingAnswer {
        await pipeline.answer(caller.request(operation, body, in: binding))
    }

    /// The request log as whoever asks for it gets to see it.
    func logged(_ query: RequestQuery = RequestQuery(), showsBodies: Bool = false) async -> [ShownRequest] {
        await RequestLogReader(requests, of: service, showsBodies: showsBodies).requests(query)
    }

    /// How many opportunities there are.
    func opportunities() async throws -> Int {
        let count = try await store.read { try $0.first("SELECT COUNT(*) FROM opportunity") { $0.integer(0) } }
        return Int(count ?? 0)
    }
}

/// Bodies of requests that are right.
enum Body {
    static let list = #"{"Catalog":"Sandbox"}"#
    static let create = #"{"Catalog":"Sandbox","ClientToken":"t"}"#
    static let absent = #"{"Catalog":"Sandbox","Identifier":"O1"}"#
}

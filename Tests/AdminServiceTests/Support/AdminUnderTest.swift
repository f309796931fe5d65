import AWSJSON
import AdminService
import AdminShapes
import EventDelivery
import Identity
import Logging
import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// The admin API over a store of its own, and the Selling service beside it: bytes in, bytes or a refusal out.
struct AdminUnderTest: Sendable {
    static let account = "111122223333"

    let store: any Store
    let clock: CosellClock
    let keys: AccessKeys
    let selling: SellingEnvironment
    private let admin: ServiceDefinition
    private let service: ServiceDefinition

    init(on store: any Store, reviews: ReviewPolicy = .manual) async throws {
        try await migrate(store, [.house, .identity, .selling])
        self.store = store
        // 2026-01-01T00:00:00Z, for good: only the admin API moves this clock.
        let clock = try await CosellClock.open(store) { 1_767_225_600_000 }
        self.clock = clock
        keys = AccessKeys(store: store, secrets: .random())
        selling = SellingEnvironment(
            store: store,
            region: "us-east-1",
            pageTokenKey: Array(repeating: 7, count: 32),
            reviews: reviews,
            now: { Timestamp(millisecondsSinceEpoch: clock.milliseconds) }
        )
        service = .selling(selling)
        admin = .admin(
            AdminEnvironment(
                selling: selling,
                keys: keys,
                clock: clock,
                faults: NoFaults(),
                requests: NoRequests(),
                events: Events(
                    store: WakingStore(store),
                    secrets: .random(),
                    origin: EventOrigin(source: "test", region: "us-east-1"),
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                ),
                service: service
            )
        )
    }

    /// Calls an admin operation with a body as somebody writes it.
    func send(_ operation: String, _ body: String = "{}") async throws -> Reply {
        try await send(operation, body, to: admin, account: "")
    }

    /// Calls an operation of the Selling API with values, as the account of the tests.
    ///
    /// - Throws: the `Reply` where it is a refusal.
    @discardableResult
    func sell<Contract: OperationContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input
    ) async throws -> Contract.Output {
        let body = String(decoding: input.encoded(), as: UTF8.self)
        let reply = try await send(Contract.name, body, to: service, account: Self.account)
        guard reply.code == nil else { throw reply }
        return reply.body.isEmpty ? Contract.Output.placeholder : try Contract.Output(stored: reply.body)
    }

    private func send(
        _ operation: String,
        _ body: String,
        to definition: ServiceDefinition,
        account: String
    ) async throws -> Reply {
        let endpoint = try #require(definition.endpoints[operation])
        let decoded = try endpoint.decode(Array(body.utf8))
        let violations = decoded.violations()
        guard violations.isEmpty else { return Reply(.refused(definition.refusals.violations(violations))) }
        let call = Call(requestIdentifier: "request", accountIdentifier: account)
        return Reply(try await decoded.run(for: call, in: .awsJSON))
    }
}

/// Nobody asks here what was asked.
private struct NoRequests: RequestArchive {
    func requests(_ query: ListRequestsRequest) async -> [LoggedRequest] { [] }
}

/// What came back.
struct Reply: Error, Sendable {
    /// Nil for a success.
    let code: String?
    let body: [UInt8]

    init(_ outcome: Outcome) {
        switch outcome {
        case .answered(let body, _): (code, self.body) = (nil, body)
        case .refused(let error): (code, self.body) = (error.code, error.body(.awsJSON))
        }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The answer, or the error document.
    var document: Document {
        get throws {
            var reader = try JSONReader(body)
            return try reader.document(Document.self)
        }
    }

    /// `field CODE` of each violation.
    var violations: [String] {
        guard case .list(let violations)? = try? document["ErrorList"] else { return [] }
        return violations.map { "\($0["FieldName"]?.text ?? "-") \($0["Code"]?.text ?? "-")" }
    }
}

/// Faults are the server's; none is set here.
private struct NoFaults: FaultRegistry {
    func put(_ fault: PutFaultRequest) {}
    func delete(_ name: String) {}
    var all: [PutFaultRequest] { [] }
}

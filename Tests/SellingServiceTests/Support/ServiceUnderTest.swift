import AWSJSON
import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// The service as the pipeline sees it, without signatures: bytes in, bytes or a refusal out.
struct ServiceUnderTest: Sendable {
    /// Two accounts that know nothing of one another.
    static let account = "111122223333"
    static let otherAccount = "444455556666"

    let store: any Store
    let clock: ManualClock
    let environment: SellingEnvironment
    let definition: ServiceDefinition

    /// The service on a migrated store. A second one on the same store is another node, or the same after a restart.
    ///
    /// - Parameter taskDelay: how long a step of a task takes.
    init(
        on store: any Store,
        reviews: ReviewPolicy = .manual,
        clock: ManualClock = ManualClock(),
        taskDelay: CalendarDuration = CalendarDuration()
    ) async throws {
        try await migrate(store, [.house, .selling])
        self.store = store
        self.clock = clock
        environment = SellingEnvironment(
            store: store,
            region: "us-east-1",
            pageTokenKey: Array(repeating: 7, count: 32),
            reviews: reviews,
            taskDelay: taskDelay,
            now: { clock.now }
        )
        definition = .selling(environment)
    }

    /// Calls an operation with a body as a client writes it.
    func send(
        _ operation: String,
        _ body: String,
        account: String = account,
        in binding: Binding = .awsJSON
    ) async throws -> Reply {
        let endpoint = try #require(definition.endpoints[operation])
        let decoded = try endpoint.decode(Array(body.utf8))
        let violations = decoded.violations()
        guard violations.isEmpty else { return Reply(.refused(definition.refusals.violations(violations)), binding) }
        let call = Call(requestIdentifier: "request", accountIdentifier: account)
        return Reply(try await decoded.run(for: call, in: binding), binding)
    }

    /// Calls an operation with values.
    ///
    /// - Throws: the `Reply` where it is a refusal.
    @discardableResult
    func call<Contract: OperationContract>(
        _ contract: Contract.Type,
        _ input: Contract.Input,
        account: String = account
    ) async throws -> Contract.Output {
        let reply = try await send(Contract.name, String(decoding: input.encoded(), as: UTF8.self), account: account)
        guard reply.code == nil else { throw reply }
        return reply.body.isEmpty ? Contract.Output.placeholder : try Contract.Output(stored: reply.body)
    }
}

/// What came back.
struct Reply: Error, Sendable, Equatable {
    /// Nil for a success.
    let code: String?
    let body: [UInt8]

    init(_ outcome: Outcome, _ binding: Binding) {
        switch outcome {
        case .answered(let body, _): (code, self.body) = (nil, body)
        case .refused(let error): (code, self.body) = (error.code, error.body(binding))
        }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The document of a ValidationException.
    var validation: ValidationException? {
        guard code == "ValidationException", var reader = try? JSONReader(body) else { return nil }
        return try? reader.document(ValidationException.self)
    }
}

extension StoreKind {
    /// Runs a test on the service over a store of its own.
    func withService(_ test: (ServiceUnderTest) async throws -> Void) async throws {
        try await withStore { try await test(ServiceUnderTest(on: $0)) }
    }
}

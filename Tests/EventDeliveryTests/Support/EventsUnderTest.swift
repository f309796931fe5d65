import AWSJSON
import Identity
import Logging
import SmithyTypes
import Store
import Testing

@testable import EventDelivery

/// Events over a store, with a schedule that tries again after milliseconds.
struct EventsUnderTest: Sendable {
    static let account = "111122223333"
    static let otherAccount = "444455556666"
    static let schedule = RetrySchedule(firstMilliseconds: 1, longestMilliseconds: 4, attempts: 5)

    let store: WakingStore
    let events: Events

    /// - Parameter secrets: the same for whoever is to open what another has sealed.
    init(
        on store: any Store,
        secrets: SecretsKey = .random(),
        schedule: RetrySchedule = EventsUnderTest.schedule
    ) {
        self.store = WakingStore(store)
        var silent = Logger(label: "test")
        silent.logLevel = .critical
        events = Events(
            store: self.store,
            secrets: secrets,
            origin: EventOrigin(source: "house.test", region: "us-east-1"),
            schedule: schedule,
            logger: silent
        )
    }

    /// Numbers and sends events for as long as `test` runs.
    func running(_ test: () async throws -> Void) async throws {
        let run = Task { await events.run() }
        let result = await Result.catching(test)
        run.cancel()
        await run.value
        try result.get()
    }

    /// Changes a resource, and tells of it in the same transaction.
    func change(
        _ resource: String,
        _ detail: String = "{}",
        detailType: String = "Changed",
        account: String = account,
        catalog: String = "AWS",
        resources: [String] = []
    ) async throws {
        let event = OutboxEvent(
            account: account,
            catalog: catalog,
            resource: resource,
            detailType: detailType,
            occurredAtMilliseconds: 1_767_225_600_999,
            detail: Array(detail.utf8),
            resources: resources
        )
        try await store.write { try Outbox.append(in: $0, event) }
    }

    /// The whole log, numbered up to date.
    func logged() async throws -> [LoggedEvent] {
        try await events.drain()
        return try await events.log.events(after: 0, limit: 100_000).events
    }

    /// How many deliveries to a target have come how far.
    func statuses(_ target: String) async throws -> [DeliveryProgress.Status: Int] {
        let deliveries = try await events.targets.deliveries([1...1_000_000]).values.joined()
        return Dictionary(grouping: deliveries.filter { $0.target == target }, by: \.status).mapValues(\.count)
    }

    /// The one delivery of an event.
    func delivery(_ sequence: Int64) async throws -> DeliveryProgress? {
        try await events.targets.deliveries(of: [sequence])[sequence]?.first
    }
}

extension LoggedEvent {
    var document: Document {
        get throws {
            var reader = try JSONReader(envelope)
            return try reader.document(Document.self)
        }
    }
}

extension StoreKind {
    /// Runs a test on events over a store of its own.
    func withEvents(
        schedule: RetrySchedule = EventsUnderTest.schedule,
        _ test: (EventsUnderTest) async throws -> Void
    ) async throws {
        try await withPlace { place in
            try await place.withStore { try await test(EventsUnderTest(on: $0, schedule: schedule)) }
        }
    }
}

/// Waits for something that is about to be so; the test fails where it does not become so.
///
/// It counts turns and not seconds: where the machine is busy with other tests, both come later.
func eventually(
    _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    for _ in 0..<4_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("never: \(what)", sourceLocation: sourceLocation)
}

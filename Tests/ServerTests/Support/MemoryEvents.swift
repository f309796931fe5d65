import EventDelivery
import Identity
import Logging
import Store
import StoreSQLite

/// Events over a store in memory that is migrated by who uses it.
struct MemoryEvents {
    let store: WakingStore
    let events: Events

    init() throws {
        store = WakingStore(try MemoryStore.open())
        var silent = Logger(label: "test")
        silent.logLevel = .critical
        events = Events(
            store: store,
            secrets: .random(),
            origin: EventOrigin(source: "house.test", region: "us-east-1"),
            logger: silent
        )
    }

    /// With its tables.
    static func migrated() async throws -> MemoryEvents {
        let events = try MemoryEvents()
        try await migrate(events.store, [.house])
        return events
    }

    func change(_ resource: String, detailType: String = "Changed", account: String = "111122223333") async throws {
        let event = OutboxEvent(
            account: account,
            catalog: "AWS",
            resource: resource,
            detailType: detailType,
            occurredAtMilliseconds: 0,
            detail: Array(#"{"of":"\#(resource)"}"#.utf8)
        )
        try await store.write { try Outbox.append(in: $0, event) }
    }
}

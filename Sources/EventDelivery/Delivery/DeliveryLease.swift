import Store

/// Which of several nodes on one database sends to a target: the one that holds its lease.
///
/// A lease lasts for a while of real time and is renewed well before its end, so that a node which stops dead is
/// replaced. Nodes whose clocks differ by less than the margin between the two never send to one target at once.
struct DeliveryLease: Sendable {
    static let lastsMilliseconds: Int64 = 15_000
    static let renewedAfterMilliseconds: Int64 = 5_000

    let target: String
    /// This process, by a name that no other has.
    let owner: String

    /// Takes the lease, or renews it; false where another node has it.
    func hold(_ store: any Store, at now: Int64) async throws -> Bool {
        let held = try await store.write { transaction in
            try LeaseTable.take(in: transaction, target, owner, now: now, until: now + Self.lastsMilliseconds)
        }
        return held
    }

    /// Lets another node have it at once.
    func giveUp(_ store: any Store) async throws {
        try await store.write { try LeaseTable.giveUp(in: $0, target, owner) }
    }
}

/// The statements over leases.
enum LeaseTable {
    private static let takeRow: Statement = """
        INSERT INTO event_lease (target, owner, until_ms) VALUES ($1, $2, $4)
        ON CONFLICT (target) DO UPDATE SET owner = excluded.owner, until_ms = excluded.until_ms
        WHERE event_lease.owner = excluded.owner OR event_lease.until_ms <= $3
        """
    private static let giveUpRow: Statement = "DELETE FROM event_lease WHERE target = $1 AND owner = $2"
    private static let deleteRow: Statement = "DELETE FROM event_lease WHERE target = $1"

    static func take(
        in transaction: some SQLWriting,
        _ target: String,
        _ owner: String,
        now: Int64,
        until: Int64
    ) throws -> Bool {
        try transaction.run(takeRow, [.text(target), .text(owner), .integer(now), .integer(until)]) > 0
    }

    static func giveUp(in transaction: some SQLWriting, _ target: String, _ owner: String) throws {
        try transaction.run(giveUpRow, [.text(target), .text(owner)])
    }

    static func delete(in transaction: some SQLWriting, _ target: String) throws {
        try transaction.run(deleteRow, [.text(target)])
    }
}

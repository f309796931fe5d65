/// Events that were committed with the changes they tell of, and wait to be taken from here.
///
/// What may be relied on:
/// - An event is here exactly when its transaction was committed.
/// - The events of one transaction are in the order of `append`.
/// - The events of one resource are in the order of its changes, provided that each of these transactions also changes
///   a row of that resource: of two that overlap, one is then run again after the other, and draws later positions.
///
/// What may not: between resources, a position says nothing about the order of commits. With several connections a
/// position is drawn at `append`, and a transaction that commits late may show a lower position than one already seen.
/// So a reader that remembers the highest position it saw would skip events. A relay takes rows away as it numbers
/// them, `remove` in the transaction in which it writes the number, and always begins from the lowest that is here;
/// `after` is for leafing through more than one batch of the same reading.
public enum Outbox {
    private static let add: Statement = """
        INSERT INTO outbox (account, catalog, resource, detail_type, occurred_at_ms, detail, resources)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    private static let list: Statement = """
        SELECT position, account, catalog, resource, detail_type, occurred_at_ms, detail, resources FROM outbox
        WHERE position > $1 ORDER BY position LIMIT $2
        """
    private static let countRows: Statement = "SELECT COUNT(*) FROM (SELECT 1 FROM outbox LIMIT $1) AS waiting"
    private static let deleteThrough: Statement = "DELETE FROM outbox WHERE position <= $1"

    /// Adds an event to the transaction that makes the change.
    public static func append(in transaction: some SQLWriting, _ event: OutboxEvent) throws {
        let values: [SQLValue] = [
            .text(event.account), .text(event.catalog), .text(event.resource), .text(event.detailType),
            .integer(event.occurredAtMilliseconds), .bytes(event.detail), .text(StringList.text(event.resources)),
        ]
        try transaction.run(add, values)
    }

    /// Up to `limit` events with a position above `after` (0: from the lowest), by position.
    public static func pending(
        in transaction: some SQLReading,
        after: Int64 = 0,
        limit: Int
    ) throws -> [PendingEvent] {
        try transaction.all(list, [.integer(after), .integer(Int64(limit))]) { row in
            PendingEvent(position: row.integer(0), event: event(row))
        }
    }

    /// How many events are here; more than `most` are not counted.
    public static func count(in transaction: some SQLReading, most: Int) throws -> Int {
        Int(try transaction.first(countRows, [.integer(Int64(most))]) { $0.integer(0) } ?? 0)
    }

    /// Takes out a batch that `pending` gave from the lowest position in this same transaction, once it is written
    /// where it goes.
    ///
    /// Nothing else goes with it: a transaction deletes what it sees, and what it sees up to the batch's last position
    /// is the batch. One that commits meanwhile with a lower position stays.
    public static func remove(in transaction: some SQLWriting, through position: Int64) throws {
        try transaction.run(deleteThrough, [.integer(position)])
    }

    private static func event(_ row: Row) -> OutboxEvent {
        OutboxEvent(
            account: row.text(1),
            catalog: row.text(2),
            resource: row.text(3),
            detailType: row.text(4),
            occurredAtMilliseconds: row.integer(5),
            detail: row.bytes(6),
            resources: StringList.strings(row.text(7))
        )
    }
}

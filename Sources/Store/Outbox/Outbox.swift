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
        SELECT position, account, catalog, resource, detail_type, occurred_at_ms, detail, resources
        FROM outbox
        WHERE position > $1 ORDER BY position LIMIT $2
        """
    private static let delete: Statement = "DELETE FROM outbox WHERE position = $1"

    /// Adds an event to the transaction that makes the change.
    public static func append(in transaction: some SQLWriting, _ event: OutboxEvent) throws {
        let values: [SQLValue] = [
            .text(event.account), .text(event.catalog), .text(event.resource), .text(event.detailType),
            .integer(event.occurredAtMilliseconds), .bytes(event.detail),
            .text(ResourceList.text(event.resources)),
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
            PendingEvent(position: row.integer(0), event: try event(row))
        }
    }

    /// Takes an event out, once it is written where it goes.
    public static func remove(in transaction: some SQLWriting, _ event: PendingEvent) throws {
        try transaction.run(delete, [.integer(event.position)])
    }

    private static func event(_ row: Row) throws -> OutboxEvent {
        guard let resources = ResourceList.resources(row.text(7)) else {
            throw StoreError.corrupt("the resources of an event are no list: \(row.text(7))")
        }
        return OutboxEvent(
            account: row.text(1),
            catalog: row.text(2),
            resource: row.text(3),
            detailType: row.text(4),
            occurredAtMilliseconds: row.integer(5),
            detail: row.bytes(6),
            resources: resources
        )
    }
}

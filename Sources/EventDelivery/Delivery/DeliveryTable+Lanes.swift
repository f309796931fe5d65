import Store

/// The statements that give what is next in a lane, and that fill lanes anew.
extension DeliveryTable {
    private static let columns = """
        delivery.sequence, delivery.account, delivery.catalog, delivery.resource, event_log.detail_type, \
        event_log.envelope, delivery.attempts, delivery.due_at_ms
        """
    private static let selectAny = Statement(next("delivery.target = $1"))
    private static let selectOne = Statement(next("delivery.target = $1 AND delivery.sequence = $3"))
    private static let selectOfResource = Statement(
        next(
            """
            delivery.target = $1 AND delivery.account = $3 AND delivery.catalog = $4 AND delivery.resource = $5
            """
        )
    )

    private static func next(_ condition: String) -> String {
        """
        SELECT \(columns) FROM event_delivery AS delivery JOIN event_log ON event_log.sequence = delivery.sequence
        WHERE \(condition) AND delivery.status = 0 ORDER BY delivery.sequence LIMIT $2
        """
    }

    /// The next events of a lane, in their order, due or not.
    static func next(
        in transaction: some SQLReading,
        _ target: String,
        _ lane: DeliveryLane,
        limit: Int
    ) throws -> [DueEvent] {
        let common: [SQLValue] = [.text(target), .integer(Int64(limit))]
        switch lane {
        case .everything:
            return try transaction.all(selectAny, common, decode)
        case .event(let sequence):
            return try transaction.all(selectOne, common + [.integer(sequence)], decode)
        case .resource(let resource):
            let key: [SQLValue] = [.text(resource.account), .text(resource.catalog), .text(resource.identifier)]
            return try transaction.all(selectOfResource, common + key, decode)
        }
    }

    /// Makes the logged events within `range` that the filter means pending, whatever came of them before.
    static func sendAgain(
        in transaction: some SQLWriting,
        _ target: String,
        _ range: ClosedRange<Int64>,
        _ filter: EventFilter,
        due: Int64
    ) throws {
        var text = """
            INSERT INTO event_delivery (target, sequence, account, catalog, resource, status, attempts, due_at_ms)
            SELECT CAST($1 AS TEXT), sequence, account, catalog, resource, 0, 0, CAST($2 AS BIGINT) FROM event_log
            WHERE sequence >= $3 AND sequence <= $4
            """
        var parameters: [SQLValue] = [
            .text(target), .integer(due), .integer(range.lowerBound), .integer(range.upperBound),
        ]
        for (column, value) in [("account", filter.account), ("detail_type", filter.detailType)] {
            guard let value else { continue }
            parameters.append(.text(value))
            text += " AND \(column) = $\(parameters.count)"
        }
        text += """
             ON CONFLICT (target, sequence) DO UPDATE SET status = 0, attempts = 0, due_at_ms = excluded.due_at_ms,
            last_error = NULL
            """
        try transaction.run(Statement(text), parameters)
    }

    private static func decode(_ row: Row) -> DueEvent {
        DueEvent(
            event: LoggedEvent(
                sequence: row.integer(0),
                account: row.text(1),
                catalog: row.text(2),
                resource: row.text(3),
                detailType: row.text(4),
                envelope: row.bytes(5)
            ),
            attempts: Int(row.integer(6)),
            dueAtMilliseconds: row.integer(7)
        )
    }
}

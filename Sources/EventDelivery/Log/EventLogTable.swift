import Store

/// The statements over numbered events.
enum EventLogTable {
    private static let insertRow: Statement = """
        INSERT INTO event_log (sequence, account, catalog, resource, detail_type, envelope)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    private static let selectLast: Statement = "SELECT MAX(sequence) FROM event_log"
    /// Numbers are drawn in the transaction that uses them, so that none is lost with one that fails.
    private static let reserve: Statement = """
        INSERT INTO identifier_counter (name, next_value) VALUES ('event', $1 + 1)
        ON CONFLICT (name) DO UPDATE SET next_value = identifier_counter.next_value + $1
        RETURNING next_value
        """

    /// The first of so many numbers in a row, which nobody else gets.
    static func reserve(in transaction: some SQLWriting, _ count: Int) throws -> Int64 {
        let end = try transaction.first(reserve, [.integer(Int64(count))]) { $0.integer(0) } ?? 0
        return end - Int64(count)
    }

    static func insert(in transaction: some SQLWriting, _ event: LoggedEvent) throws {
        try transaction.run(
            insertRow,
            [
                .integer(event.sequence), .text(event.account), .text(event.catalog), .text(event.resource),
                .text(event.detailType), .bytes(event.envelope),
            ]
        )
    }

    /// The newest number; 0 where there is no event.
    static func last(in transaction: some SQLReading) throws -> Int64 {
        try transaction.first(selectLast) { $0.optionalInteger(0) ?? 0 } ?? 0
    }

    /// Events with a number within `range` that the filter means, by number.
    static func rows(
        in transaction: some SQLReading,
        _ range: ClosedRange<Int64>,
        _ filter: EventFilter,
        limit: Int
    ) throws -> [LoggedEvent] {
        let parameters: [SQLValue] = [
            .integer(range.lowerBound), .integer(range.upperBound), .integer(Int64(limit)),
        ]
        return try transaction.all(select(filter), parameters + filter.values, decode)
    }

    /// One of eight texts: a filter that is not set takes no part, so that the others find their index.
    private static func select(_ filter: EventFilter) -> Statement {
        var text = """
            SELECT sequence, account, catalog, resource, detail_type, envelope FROM event_log
            WHERE sequence >= $1 AND sequence <= $2
            """
        for (index, column) in filter.columns.enumerated() { text += " AND \(column) = $\(index + 4)" }
        return Statement(text + " ORDER BY sequence LIMIT $3")
    }

    private static func decode(_ row: Row) -> LoggedEvent {
        LoggedEvent(
            sequence: row.integer(0),
            account: row.text(1),
            catalog: row.text(2),
            resource: row.text(3),
            detailType: row.text(4),
            envelope: row.bytes(5)
        )
    }
}

extension EventFilter {
    fileprivate var parts: [(column: String, value: String)] {
        [("account", account), ("catalog", catalog), ("detail_type", detailType)].compactMap { column, value in
            value.map { (column, $0) }
        }
    }

    fileprivate var columns: [String] { parts.map(\.column) }
    fileprivate var values: [SQLValue] { parts.map { .text($0.value) } }
}

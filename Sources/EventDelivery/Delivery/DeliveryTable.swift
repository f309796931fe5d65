import Store

/// The statements over what targets have got and have still to get. `status = 0` stands in the texts, not as a
/// parameter, so that the indexes of what is pending are used.
enum DeliveryTable {
    private static let insertRow: Statement = """
        INSERT INTO event_delivery (target, sequence, account, catalog, resource, status, attempts, due_at_ms)
        VALUES ($1, $2, $3, $4, $5, 0, 0, $6)
        """
    private static let selectPending: Statement = """
        SELECT sequence, account, catalog, resource, due_at_ms FROM event_delivery
        WHERE target = $1 AND status = 0 AND sequence > $2 ORDER BY sequence LIMIT $3
        """
    private static let selectRange: Statement = """
        SELECT sequence, status, attempts, last_error FROM event_delivery
        WHERE target = $1 AND sequence >= $2 AND sequence <= $3 ORDER BY sequence
        """
    private static let accept: Statement = """
        UPDATE event_delivery SET status = 1, attempts = attempts + 1, last_error = NULL
        WHERE target = $1 AND sequence = $2
        """
    private static let refuse: Statement = """
        UPDATE event_delivery SET status = $3, attempts = $4, due_at_ms = $5, last_error = $6
        WHERE target = $1 AND sequence = $2
        """
    private static let deleteTarget: Statement = "DELETE FROM event_delivery WHERE target = $1"

    static func insert(in transaction: some SQLWriting, _ event: LoggedEvent, _ target: String, due: Int64) throws {
        try transaction.run(
            insertRow,
            [
                .text(target), .integer(event.sequence), .text(event.account), .text(event.catalog),
                .text(event.resource), .integer(due),
            ]
        )
    }

    /// What a target has still to get with a higher number than `sequence`: the place of each, and when it is due.
    static func pending(
        in transaction: some SQLReading,
        _ target: String,
        after sequence: Int64,
        limit: Int
    ) throws -> [PendingDelivery] {
        try transaction.all(selectPending, [.text(target), .integer(sequence), .integer(Int64(limit))]) { row in
            PendingDelivery(
                sequence: row.integer(0),
                resource: EventResource(account: row.text(1), catalog: row.text(2), identifier: row.text(3)),
                dueAtMilliseconds: row.integer(4)
            )
        }
    }

    static func all(
        in transaction: some SQLReading,
        _ target: String,
        _ range: ClosedRange<Int64>
    ) throws -> [(Int64, DeliveryProgress)] {
        let parameters: [SQLValue] = [.text(target), .integer(range.lowerBound), .integer(range.upperBound)]
        return try transaction.all(selectRange, parameters) { row in
            let delivery = DeliveryProgress(
                target: target,
                status: DeliveryProgress.Status(rawValue: row.integer(1)) ?? .pending,
                attempts: Int(row.integer(2)),
                lastError: row.optionalText(3)
            )
            return (row.integer(0), delivery)
        }
    }

    static func accept(in transaction: some SQLWriting, _ target: String, _ sequence: Int64) throws {
        try transaction.run(accept, [.text(target), .integer(sequence)])
    }

    static func refuse(
        in transaction: some SQLWriting,
        _ target: String,
        _ sequence: Int64,
        _ refusal: RefusedDelivery
    ) throws {
        try transaction.run(
            refuse,
            [
                .text(target), .integer(sequence), .integer(refusal.status.rawValue),
                .integer(Int64(refusal.attempts)), .integer(refusal.dueAtMilliseconds), .text(refusal.error),
            ]
        )
    }

    static func deleteAll(in transaction: some SQLWriting, _ target: String) throws {
        try transaction.run(deleteTarget, [.text(target)])
    }
}

/// What changes, and of whom: the unit within which order is kept.
struct EventResource: Sendable, Hashable {
    let account: String
    let catalog: String
    let identifier: String
}

/// Something that a target has still to get.
struct PendingDelivery: Sendable {
    let sequence: Int64
    let resource: EventResource
    let dueAtMilliseconds: Int64
}

/// What is kept of an attempt that failed.
struct RefusedDelivery: Sendable {
    let status: DeliveryProgress.Status
    let attempts: Int
    let dueAtMilliseconds: Int64
    let error: String
}

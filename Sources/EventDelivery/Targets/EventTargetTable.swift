import AWSJSON
import SmithyTypes
import Store

/// A target as it lies in the database, its secrets sealed.
struct StoredTarget: Sendable {
    let target: EventTarget
    /// Grows with every change, and with every request to send again: who works by an older one starts anew.
    let revision: Int64
    let sealedSecret: [UInt8]?
    let sealedSecretAccessKey: [UInt8]?
}

/// The statements over targets.
enum EventTargetTable {
    private static let columns = """
        name, revision, kind, account, detail_types, endpoint, path, region, access_key, event_bus, source, \
        sealed_secret, sealed_secret_access_key, is_duplicating, delay_ms, is_shuffling
        """
    private static let selectAll = Statement("SELECT \(columns) FROM event_target ORDER BY name")
    private static let selectOne = Statement("SELECT \(columns) FROM event_target WHERE name = $1")
    private static let selectSubscriptions: Statement =
        "SELECT name, account, detail_types, delay_ms, is_shuffling FROM event_target ORDER BY name"
    private static let upsertRow = Statement(
        """
        INSERT INTO event_target (\(columns))
        VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (name) DO UPDATE SET revision = event_target.revision + 1, kind = excluded.kind,
            account = excluded.account, detail_types = excluded.detail_types, endpoint = excluded.endpoint,
            path = excluded.path, region = excluded.region, access_key = excluded.access_key,
            event_bus = excluded.event_bus, source = excluded.source, sealed_secret = excluded.sealed_secret,
            sealed_secret_access_key = excluded.sealed_secret_access_key, is_duplicating = excluded.is_duplicating,
            delay_ms = excluded.delay_ms, is_shuffling = excluded.is_shuffling
        """
    )
    private static let raiseRevision: Statement = "UPDATE event_target SET revision = revision + 1 WHERE name = $1"
    private static let deleteRow: Statement = "DELETE FROM event_target WHERE name = $1"

    static func all(in transaction: some SQLReading) throws -> [StoredTarget] {
        try transaction.all(selectAll, [], decode)
    }

    static func find(in transaction: some SQLReading, _ name: String) throws -> StoredTarget? {
        try transaction.first(selectOne, [.text(name)], decode)
    }

    static func subscriptions(in transaction: some SQLReading) throws -> [EventSubscription] {
        try transaction.all(selectSubscriptions) { row in
            EventSubscription(
                target: row.text(0),
                account: row.optionalText(1),
                detailTypes: try row.optionalText(2).map { Set(try strings($0)) },
                delayMilliseconds: row.integer(3),
                isShuffling: row.integer(4) != 0
            )
        }
    }

    static func put(in transaction: some SQLWriting, _ stored: StoredTarget) throws {
        let target = stored.target
        try transaction.run(
            upsertRow,
            [
                .text(target.name), .text(target.kind.rawValue), .optional(target.account),
                .optional(target.detailTypes.map(text)), .optional(target.endpoint), .optional(target.path),
                .optional(target.region), .optional(target.accessKeyIdentifier), .optional(target.eventBusName),
                .optional(target.source), .optional(stored.sealedSecret), .optional(stored.sealedSecretAccessKey),
                .integer(target.isDuplicating ? 1 : 0), .integer(target.delayMilliseconds),
                .integer(target.isShuffling ? 1 : 0),
            ]
        )
    }

    static func raiseRevision(in transaction: some SQLWriting, _ name: String) throws {
        try transaction.run(raiseRevision, [.text(name)])
    }

    static func delete(in transaction: some SQLWriting, _ name: String) throws {
        try transaction.run(deleteRow, [.text(name)])
    }

    private static func decode(_ row: Row) throws -> StoredTarget {
        var target = EventTarget(name: row.text(0), kind: EventTarget.Kind(rawValue: row.text(2)) ?? .webhook)
        target.account = row.optionalText(3)
        target.detailTypes = try row.optionalText(4).map(strings)
        target.endpoint = row.optionalText(5)
        target.path = row.optionalText(6)
        target.region = row.optionalText(7)
        target.accessKeyIdentifier = row.optionalText(8)
        target.eventBusName = row.optionalText(9)
        target.source = row.optionalText(10)
        target.isDuplicating = row.integer(13) != 0
        target.delayMilliseconds = row.integer(14)
        target.isShuffling = row.integer(15) != 0
        return StoredTarget(
            target: target,
            revision: row.integer(1),
            sealedSecret: row.optionalBytes(11),
            sealedSecretAccessKey: row.optionalBytes(12)
        )
    }

    private static func text(_ strings: [String]) -> String {
        var writer = JSONWriter()
        writer.list(strings) { $1.string($0) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func strings(_ text: String) throws -> [String] {
        var reader = try JSONReader(Array(text.utf8))
        guard case .list(let elements) = try reader.document(Document.self) else { return [] }
        return elements.compactMap(\.text)
    }
}

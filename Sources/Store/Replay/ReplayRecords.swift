/// Remembers answered calls by their idempotency token, so that a call sent again is answered again and not done again.
///
/// The rule for the caller, inside the transaction of the operation:
/// 1. `find` the key. A record with the same digest is answered with its output, and nothing else is done.
/// 2. A record with another digest is a different request under a used token: refuse it with a conflict.
/// 3. No record: do the operation, then `insert` the record.
///
/// Record and operation are committed together, so no crash separates them, and a refused operation leaves no record.
/// Of two calls with one token at the same moment the second sees the record, or conflicts and is run again, or fails
/// on the primary key: it is never done twice.
public enum ReplayRecords {
    private static let select: Statement = """
        SELECT digest, output FROM replay_record
        WHERE account = $1 AND catalog = $2 AND operation = $3 AND token = $4
        """
    private static let add: Statement = """
        INSERT INTO replay_record (account, catalog, operation, token, digest, output)
        VALUES ($1, $2, $3, $4, $5, $6)
        """

    public static func find(in transaction: some SQLReading, _ key: ReplayKey) throws -> ReplayRecord? {
        try transaction.first(select, key.values) { row in
            ReplayRecord(digest: row.bytes(0), output: row.bytes(1))
        }
    }

    /// - Throws: `StoreError.constraint` where the key has a record already.
    public static func insert(in transaction: some SQLWriting, _ key: ReplayKey, _ record: ReplayRecord) throws {
        try transaction.run(add, key.values + [.bytes(record.digest), .bytes(record.output)])
    }
}

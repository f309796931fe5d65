/// A migration that a database says it has.
struct MigrationRecord: Sendable {
    let room: String
    let number: Int
    let name: String

    static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            room TEXT NOT NULL,
            number BIGINT NOT NULL,
            name TEXT NOT NULL,
            applied_at_ms BIGINT NOT NULL,
            PRIMARY KEY (room, number)
        )
        """

    private static let list: Statement = "SELECT room, number, name FROM schema_migration ORDER BY room, number"
    private static let add: Statement =
        "INSERT INTO schema_migration (room, number, name, applied_at_ms) VALUES ($1, $2, $3, $4)"

    static func all(in transaction: some SQLReading) throws -> [MigrationRecord] {
        try transaction.all(list) { row in
            MigrationRecord(room: row.text(0), number: Int(row.integer(1)), name: row.text(2))
        }
    }

    func add(in transaction: some SQLWriting, appliedAtMilliseconds: Int64) throws {
        let values: [SQLValue] = [
            .text(room), .integer(Int64(number)), .text(name), .integer(appliedAtMilliseconds),
        ]
        try transaction.run(Self.add, values)
    }
}

import CSQLite
import Store

extension SQLiteConnection: Connection {
    func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws {
        let prepared = try ready(statement)
        let row = Row(prepared)
        try prepared.withBound(parameters) {
            while try prepared.step() {
                let wantsMore = try eachRow(row)
                try prepared.refuseMisreading()
                guard wantsMore else { return try finish(prepared) }
            }
        }
    }

    func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int {
        let prepared = try ready(statement)
        let before = sqlite3_total_changes64(handle)
        try prepared.withBound(parameters) {
            while try prepared.step() {}
        }
        return Int(sqlite3_total_changes64(handle) - before)
    }

    func execute(_ script: String) throws {
        guard sqlite3_exec(handle, Self.schemaWords.words(of: script), nil, nil, nil) == SQLITE_OK else {
            throw StoreError(of: handle)
        }
    }

    /// A reader may stop early, but a change is stepped to its end: `INSERT … RETURNING` is done only then.
    private func finish(_ prepared: PreparedStatement) throws {
        guard !prepared.isReadOnly else { return }
        while try prepared.step() {}
    }

    private func ready(_ statement: Statement) throws -> PreparedStatement {
        let prepared = try statements.prepared(statement)
        guard allowsChanges || prepared.isReadOnly else {
            throw StoreError.misuse("a read cannot change anything: \(statement.text)")
        }
        return prepared
    }
}

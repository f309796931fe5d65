import CSQLite
import Store

extension SQLiteConnection {
    func frame(_ statement: Statement) throws {
        let prepared = try statements.prepared(statement)
        defer { prepared.rest() }
        _ = try prepared.step()
    }

    /// Ends the transaction without its changes, where the engine has not done so already.
    func rollBack() throws {
        guard isInTransaction else { return }
        try frame(Frame.rollBack)
    }

    /// Runs `body` in a transaction of its own.
    func transact<Value>(_ begin: Statement, _ body: () throws -> Value) throws -> Value {
        // A rollback that failed leaves a transaction open, which must not be taken for the new one.
        try rollBack()
        try frame(begin)
        do {
            let value = try body()
            try frame(Frame.commit)
            return value
        } catch {
            // Where this fails too, the next transaction's own rollback says so; the caller is owed the first error.
            try? rollBack()
            throw error
        }
    }
}

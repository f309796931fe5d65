import CSQLite
import Store

/// The statements that frame a transaction, kept prepared like any other.
enum Frame {
    /// The snapshot is taken by the first statement that reads.
    static let beginReading: Statement = "BEGIN DEFERRED"
    /// Takes the write lock at once: a transaction that found it taken only at its first change could not be resumed.
    static let beginWriting: Statement = "BEGIN IMMEDIATE"
    static let commit: Statement = "COMMIT"
    static let rollBack: Statement = "ROLLBACK"
    static let beginBody: Statement = "SAVEPOINT body"
    static let keepBody: Statement = "RELEASE body"
    static let undoBody: Statement = "ROLLBACK TO body"
}

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

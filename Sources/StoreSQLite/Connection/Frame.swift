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

/// A transactional store of rows: SQLite in a file, SQLite in memory or PostgreSQL, behind one interface.
///
/// **Bodies are synchronous.** A transaction loads, decides and saves without suspension, so nothing slips in between.
///
/// **Bodies may be run again**, after a serialization conflict or after a neighbour's failure undid a shared commit. So
/// they have no effect but their statements, and time, identifiers and randomness are drawn outside and passed in. Only
/// the value of the run that was committed is returned.
///
/// **A statement that fails ends its transaction.** The error leaves the body; a body that swallows it is failed with
/// it anyway, on every engine, because PostgreSQL would commit nothing of such a transaction. Where a conflict is
/// expected, `ON CONFLICT` decides it.
///
/// Cancelling the calling task does not call a transaction back: what has begun is finished.
public protocol Store: Sendable {
    /// Runs `body` against one consistent snapshot.
    ///
    /// Where the engine is embedded this runs on the calling thread, so a body must be short: a bounded number of rows.
    ///
    /// - Throws: what `body` threw, unchanged, or a `StoreError`.
    nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value

    /// Runs `body` as a serializable transaction and returns once it is as durable as the store was opened to be.
    ///
    /// - Throws: what `body` threw, unchanged, after undoing the changes of this body and of no other; or a
    ///   `StoreError`.
    @discardableResult
    nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value

    /// Takes no further transactions, waits for those under way or queued, and closes.
    func close() async

    /// "sqlite", "memory" or "postgres".
    var engine: String { get }
}

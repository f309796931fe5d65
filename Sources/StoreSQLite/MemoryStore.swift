public import Store

/// A store in memory, gone with the process: for tests and for trying out.
///
/// A private database of SQLite can be reached by one connection only, so reads and writes take turns on it, on the
/// threads that ask; there is no disk to wait for. While a read has the turn nothing can change, which makes its
/// snapshot without a transaction.
public final class MemoryStore: Store {
    public let engine = "memory"
    private let turn: Monitor<SQLiteConnection?>

    private static let cacheKibibytes = 16_384

    private init(_ connection: SQLiteConnection) {
        turn = Monitor(connection)
    }

    /// Opens an empty database.
    public static func open() throws -> MemoryStore {
        let connection = try SQLiteConnection(path: ":memory:", allowsChanges: true)
        try connection.applySettings(cacheKibibytes: cacheKibibytes)
        return MemoryStore(connection)
    }

    public nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try withTurn(allowingChanges: false) { connection in
            try connection.perform(body, in: ReadTransaction(connection))
        }
    }

    @discardableResult
    public nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try withTurn(allowingChanges: true) { connection in
            try connection.transact(Frame.beginWriting) {
                try connection.perform(body, in: WriteTransaction(connection))
            }
        }
    }

    public func close() async {
        turn.withLock { $0 = nil }
    }

    private func withTurn<Value>(
        allowingChanges: Bool,
        _ body: (SQLiteConnection) throws -> Value
    ) throws -> Value {
        try turn.withLock { connection in
            guard let connection else { throw StoreError.unavailable("it is closed") }
            connection.allowsChanges = allowingChanges
            return try body(connection)
        }
    }
}

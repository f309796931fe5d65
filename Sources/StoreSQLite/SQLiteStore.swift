public import Store

/// A store in one SQLite file: many readers on the threads that ask, one writer on a thread of its own.
public final class SQLiteStore: Store {
    public let engine = "sqlite"
    private let readers: ReaderPool
    private let writer: WriterThread

    private static let writerCacheKibibytes = 16_384

    private init(readers: ReaderPool, writer: WriterThread) {
        self.readers = readers
        self.writer = writer
    }

    deinit {
        writer.line.close()
    }

    /// Opens a database, making the file and its folder where they are missing.
    ///
    /// - Throws: `StoreError.unavailable` where another Cosell has it open, the file system does not allow it, or
    ///   SQLite does not take the durability; `StoreError.corrupt` where the file is no database.
    public static func open(path: String, durability: Durability) throws -> SQLiteStore {
        let path = try DatabaseFile.prepare(path)
        let lock = try ProcessLock(besideDatabaseAt: path)
        try DatabaseFile.create(path)
        let connection = try SQLiteConnection(path: path, allowsChanges: true)
        try connection.applySettings(cacheKibibytes: writerCacheKibibytes)
        try connection.applyWriterSettings(durability)
        return SQLiteStore(readers: ReaderPool(path: path), writer: try WriterThread(connection, lock: lock))
    }

    public nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        let connection = try readers.take()
        defer { readers.giveBack(connection) }
        // One snapshot for all statements of a body takes a transaction. It costs a tenth of a point read, so that
        // there is no other way for bodies of one statement.
        return try connection.transact(Frame.beginReading) {
            try connection.perform(body, in: ReadTransaction(connection))
        }
    }

    @discardableResult
    public nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await writer.line.write(body)
    }

    /// The last connection to close copies the write-ahead log into the database, and must be the writer's to be able
    /// to.
    public func close() async {
        readers.close()
        await writer.close()
    }
}

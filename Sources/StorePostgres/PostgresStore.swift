public import Store

/// A store in a PostgreSQL database, which several Cosells may share.
///
/// libpq blocks while the server works, so each connection has a thread of its own, and bodies run there. Transactions
/// are SERIALIZABLE: as on SQLite, no body can see or make anything that it could not, had all run one after another.
public final class PostgresStore: Store {
    public let engine = "postgres"
    private let line = TransactionQueue(capacity: PostgresStore.capacity)
    private let ended: ThreadsEnded

    /// Transactions that wait beyond this are refused.
    private static let capacity = 4_096

    /// Opens a database and makes sure of one connection to it; the others are made as they are needed.
    ///
    /// - Parameters:
    ///   - uri: any libpq connection URI or string.
    ///   - connections: how many transactions may run at once.
    ///   - durability: `full` is refused where the server has been told not to sync to disk.
    /// - Throws: `StoreError.unavailable`, saying what the server or the system said.
    public static func open(
        uri: String,
        connections: Int = 8,
        durability: Durability = .full
    ) async throws -> PostgresStore {
        let store = try PostgresStore(PostgresSettings(uri: uri, durability: durability), connections: connections)
        do {
            try await store.read { _ in }
            return store
        } catch {
            await store.close()
            throw error
        }
    }

    private init(_ settings: PostgresSettings, connections: Int) throws {
        precondition(connections > 0, "a store needs a connection")
        ended = ThreadsEnded(running: connections)
        let census = ConnectionCensus()
        for number in 1...connections {
            do {
                try DedicatedThread.start(named: "cosell-pg-\(number)") { [line, ended] in
                    PostgresWorker(settings, line, census).serve()
                    ended.threadEnded()
                }
            } catch {
                line.close()
                throw error
            }
        }
    }

    deinit {
        line.close()
    }

    public nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await line.read(body)
    }

    @discardableResult
    public nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await line.write(body)
    }

    public func close() async {
        line.close()
        await ended.wait()
    }
}

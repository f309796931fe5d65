import Store
import Synchronization

/// A store that keeps what was asked of it, and how many rows that gave.
final class RecordingStore: Store {
    struct Asked: Sendable {
        let statement: Statement
        let parameters: [SQLValue]
        var rows = 0
    }

    private let store: any Store
    private let reads = Mutex<[Asked]>([])

    init(_ store: any Store) {
        self.store = store
    }

    var engine: String { store.engine }

    /// The statements of all reads since the last time, in order.
    func taken() -> [Asked] {
        reads.withLock { reads in
            defer { reads = [] }
            return reads
        }
    }

    nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        let (value, asked) = try await store.read { transaction in
            let recorder = Recorder(transaction)
            return (try body(ReadTransaction(recorder)), recorder.asked)
        }
        reads.withLock { $0 += asked }
        return value
    }

    nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await store.write(body)
    }

    func close() async {
        await store.close()
    }
}

/// Passes what is read on to a transaction, and writes it down.
private final class Recorder: Connection {
    private let transaction: ReadTransaction
    private(set) var asked: [RecordingStore.Asked] = []
    var failure: StoreError?

    init(_ transaction: ReadTransaction) {
        self.transaction = transaction
    }

    func scan(_ statement: Statement, _ parameters: [SQLValue], _ eachRow: (Row) throws -> Bool) throws {
        var record = RecordingStore.Asked(statement: statement, parameters: parameters)
        defer { asked.append(record) }
        try transaction.scan(statement, parameters) { row in
            record.rows += 1
            return try eachRow(row)
        }
    }

    func run(_ statement: Statement, _ parameters: [SQLValue]) throws -> Int {
        throw StoreError.misuse("a read changes nothing")
    }

    func execute(_ script: String) throws {
        throw StoreError.misuse("a read changes nothing")
    }
}

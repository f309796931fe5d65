import Store
import Synchronization

/// A store that counts what is read of it, and lets a test do something between a read and its caller's next step.
final class WatchedStore: Store {
    private let store: any Store
    private let readCount = Atomic<Int>(0)
    private let interruption = Mutex<(@Sendable () async throws -> Void)?>(nil)

    init(_ store: any Store) {
        self.store = store
    }

    var engine: String { store.engine }
    var reads: Int { readCount.load(ordering: .sequentiallyConsistent) }

    /// Runs `body` once, after the next read has its value and before its caller has it.
    func interruptNextRead(_ body: @escaping @Sendable () async throws -> Void) {
        interruption.withLock { $0 = body }
    }

    nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        readCount.add(1, ordering: .sequentiallyConsistent)
        let value = try await store.read(body)
        let interruption = interruption.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        try await interruption?()
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

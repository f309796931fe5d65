import Store
import Testing

@Suite("Identifier counters")
struct IdentifierCounterTests {
    @Test("begin where they are told to, and grow by one", arguments: Engine.available)
    func growing(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            let counter = IdentifierCounter(store: store, name: "a", firstValue: 1_000, blockSize: 3)
            var numbers: [Int64] = []
            for _ in 0..<10 { numbers.append(try await counter.next()) }
            #expect(numbers == Array(1_000..<1_010))
            let other = IdentifierCounter(store: store, name: "b", blockSize: 3)
            #expect(try await other.next() == 1)
        }
    }

    @Test("give every caller another number, though all come at once", arguments: Engine.available)
    func concurrent(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            let watched = WriteCountingStore(store)
            let counter = IdentifierCounter(store: watched, name: "a", blockSize: 50)
            let numbers = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<500 { group.addTask { try await counter.next() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(numbers) == Set(1...500))
            #expect(watched.writes == 10)
        }
    }

    @Test("share a sequence between processes without meeting", arguments: Engine.available)
    func severalProcesses(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            let counters = (0..<3).map { _ in IdentifierCounter(store: store, name: "a", blockSize: 7) }
            let numbers = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for counter in counters {
                    group.addTask {
                        var numbers: [Int64] = []
                        for _ in 0..<50 { numbers.append(try await counter.next()) }
                        return numbers
                    }
                }
                return try await group.reduce(into: [[Int64]]()) { $0.append($1) }
            }
            #expect(Set(numbers.joined()).count == 150)
            #expect(numbers.allSatisfy { $0 == $0.sorted() })
        }
    }

    @Test("never give a number again after the store was reopened", arguments: Engine.keptOnDisk)
    func reopened(engine: Engine) async throws {
        try await engine.withPlace { place in
            var last: Int64 = 0
            for _ in 0..<3 {
                let store = try await place.open()
                try await migrate(store, [.house])
                let counter = IdentifierCounter(store: store, name: "a", firstValue: 1, blockSize: 10)
                for _ in 0..<4 {
                    let number = try await counter.next()
                    #expect(number > last)
                    last = number
                }
                await store.close()
            }
        }
    }

    @Test("say when the store fails, and go on when it works again", arguments: Engine.available)
    func failing(engine: Engine) async throws {
        try await engine.withStore { store in
            let counter = IdentifierCounter(store: store, name: "a")
            await #expect(throws: StoreError.self) { try await counter.next() }
            try await migrate(store, [.house])
            #expect(try await counter.next() == 1)
        }
    }
}

/// Counts the writes that reach a store.
private final class WriteCountingStore: Store {
    let store: any Store
    private let count = Monitor(0)

    init(_ store: any Store) {
        self.store = store
    }

    var engine: String { store.engine }
    var writes: Int { count.withLock { $0 } }

    nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await store.read(body)
    }

    @discardableResult
    nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        count.withLock { $0 += 1 }
        return try await store.write(body)
    }

    func close() async {
        await store.close()
    }
}

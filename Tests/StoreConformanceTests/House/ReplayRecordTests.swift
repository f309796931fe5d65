import Store
import Testing

@Suite("Replay records")
struct ReplayRecordTests {
    private static let key = ReplayKey(account: "123456789012", catalog: "AWS", operation: "Create", token: "token")
    private static let record = ReplayRecord(digest: [1, 0, 2], output: Array("{\"Id\":\"O1\"}".utf8))

    @Test("are found as they were written, and not before", arguments: Engine.available)
    func found(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            #expect(try await store.read { try ReplayRecords.find(in: $0, Self.key) } == nil)
            let seenInside = try await store.write { transaction in
                try ReplayRecords.insert(in: transaction, Self.key, Self.record)
                return try ReplayRecords.find(in: transaction, Self.key)
            }
            #expect(seenInside == Self.record)
            #expect(try await store.read { try ReplayRecords.find(in: $0, Self.key) } == Self.record)
        }
    }

    @Test("belong to one account, catalog, operation and token", arguments: Engine.available)
    func apart(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try await store.write { try ReplayRecords.insert(in: $0, Self.key, Self.record) }
            let key = Self.key
            let others = [
                ReplayKey(account: "210987654321", catalog: key.catalog, operation: key.operation, token: key.token),
                ReplayKey(account: key.account, catalog: "Sandbox", operation: key.operation, token: key.token),
                ReplayKey(account: key.account, catalog: key.catalog, operation: "Start", token: key.token),
                ReplayKey(account: key.account, catalog: key.catalog, operation: key.operation, token: "TOKEN"),
            ]
            for other in others {
                #expect(try await store.read { try ReplayRecords.find(in: $0, other) } == nil)
            }
        }
    }

    @Test("of an operation that is refused are not kept", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            await #expect(throws: Refusal()) {
                try await store.write { transaction in
                    try ReplayRecords.insert(in: transaction, Self.key, Self.record)
                    throw Refusal()
                }
            }
            #expect(try await store.read { try ReplayRecords.find(in: $0, Self.key) } == nil)
        }
    }

    @Test("let the same call be done once, though it comes many times at once", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [.house])
            try await store.execute("CREATE TABLE done (id ${IDENTITY}, what TEXT)")
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try? await store.write { transaction in
                            guard try ReplayRecords.find(in: transaction, Self.key) == nil else { return }
                            try transaction.run("INSERT INTO done (what) VALUES ('it')")
                            try ReplayRecords.insert(in: transaction, Self.key, Self.record)
                        }
                    }
                }
            }
            #expect(try await store.integer("SELECT COUNT(*) FROM done") == 1)
        }
    }
}

import Store
import Testing

@Suite("Every engine refuses alike")
struct RefusalTests {
    private static let table = "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE)"
    private static let insert: Statement = "INSERT INTO thing (id, name) VALUES ($1, $2)"

    @Test(
        "what goes against a constraint",
        arguments: Engine.available,
        [
            [1, "new"], [2, "one"], [3, nil],
        ] as [[SQLValue]]
    )
    func constraints(engine: Engine, row: [SQLValue]) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { try $0.run(Self.insert, [1, "one"]) }
            let error = await #expect(throws: StoreError.self) {
                try await store.write { try $0.run(Self.insert, row) }
            }
            #expect(error?.isConstraint == true)
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 1)
        }
    }

    @Test("the transaction of a statement that failed, even if the body goes on", arguments: Engine.available)
    func swallowedFailure(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let error = await #expect(throws: StoreError.self) {
                try await store.write { transaction in
                    try transaction.run(Self.insert, [1, "kept?"])
                    _ = try? transaction.run(Self.insert, [1, "again"])
                }
            }
            #expect(error?.isConstraint == true)
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 0)
        }
    }

    @Test("a change inside a read", arguments: Engine.available)
    func changeInsideRead(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let error = await #expect(throws: StoreError.self) {
                try await store.read { try $0.all("INSERT INTO thing VALUES (1, 'a') RETURNING id") { $0.integer(0) } }
            }
            #expect(error?.isMisuse == true)
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 0)
        }
    }

    @Test("reading a column as what it is not", arguments: Engine.available)
    func misreading(engine: Engine) async throws {
        let readers: [@Sendable (Row) -> Void] = [
            { _ = $0.text(0) }, { _ = $0.integer(1) }, { _ = $0.bytes(1) }, { _ = $0.optionalBytes(0) },
            { _ = $0.integer(2) }, { _ = $0.optionalInteger(9) },
        ]
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { try $0.run(Self.insert, [1, "one"]) }
            for reader in readers {
                let error = await #expect(throws: StoreError.self) {
                    try await store.read { try $0.all("SELECT id, name, NULL FROM thing") { reader($0) } }
                }
                #expect(error?.isMisuse == true)
            }
            #expect(try await store.integer("SELECT id FROM thing") == 1)
        }
    }

    @Test("parameters that do not fit the statement, and statements that are none", arguments: Engine.available)
    func unfitParameters(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            for parameters: [SQLValue] in [[], [1], [1, "one", 3]] {
                await #expect(throws: StoreError.self) {
                    try await store.write { try $0.run(Self.insert, parameters) }
                }
            }
            for text in ["INSERT INTO nowhere VALUES (1)", "DELETE FROM thing; DELETE FROM thing", "", "nonsense"] {
                await #expect(throws: StoreError.self) {
                    try await store.write { try $0.run(Statement(text)) }
                }
            }
            try await store.write { try $0.run(Self.insert, [1, "one"]) }
        }
    }

    @Test("anything after it was closed", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            await store.close()
            let reading = await #expect(throws: StoreError.self) { try await store.integer("SELECT 1") }
            let writing = await #expect(throws: StoreError.self) { try await store.execute(Self.table) }
            #expect(reading?.isUnavailable == true)
            #expect(writing?.isUnavailable == true)
        }
    }
}

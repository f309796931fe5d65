import Store
import Testing

@Suite("Migrations")
struct MigrationTests {
    private static let first = Migration(
        number: 1,
        name: "things",
        statements: ["CREATE TABLE thing (id ${IDENTITY}, name TEXT)"]
    )
    private static let second = Migration(
        number: 2,
        name: "colours",
        statements: [
            "ALTER TABLE thing ADD COLUMN colour TEXT", "INSERT INTO thing (name, colour) VALUES ('apple', 'red')",
        ]
    )

    private static func room(_ migrations: Migration...) -> MigrationRoom {
        MigrationRoom(name: "test", migrations: migrations)
    }

    @Test("bring an empty database up to date, and then have nothing to do", arguments: Engine.available)
    func freshAndAgain(engine: Engine) async throws {
        try await engine.withStore { store in
            for _ in 0..<2 {
                try await migrate(store, [.house, Self.room(Self.first, Self.second)])
            }
            #expect(try await store.texts("SELECT colour FROM thing") == ["red"])
            let applied = try await store.texts("SELECT name FROM schema_migration WHERE room = 'test' ORDER BY number")
            #expect(applied == ["things", "colours"])
            let undated: Statement = "SELECT COUNT(*) FROM schema_migration WHERE applied_at_ms < 1500000000000"
            #expect(try await store.integer(undated) == 0)
        }
    }

    @Test("apply only what is new", arguments: Engine.available)
    func growing(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [Self.room(Self.first)])
            try await store.write { try $0.run("INSERT INTO thing (name) VALUES ('pear')") }
            try await migrate(store, [Self.room(Self.first, Self.second)])
            #expect(try await store.texts("SELECT name FROM thing ORDER BY id") == ["pear", "apple"])
        }
    }

    @Test("refuse a database that a newer program has changed", arguments: Engine.available)
    func newer(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [Self.room(Self.first, Self.second)])
            await #expect(throws: StoreError.newerSchema(room: "test", found: 2, known: 1)) {
                try await migrate(store, [.house, Self.room(Self.first)])
            }
            let touched: Statement = "SELECT COUNT(*) FROM schema_migration WHERE room = 'house'"
            #expect(try await store.integer(touched) == 0)
        }
    }

    @Test("refuse a history that was rewritten", arguments: Engine.available)
    func renamed(engine: Engine) async throws {
        try await engine.withStore { store in
            try await migrate(store, [Self.room(Self.first)])
            let other = Migration(number: 1, name: "other things", statements: [])
            await #expect(
                throws: StoreError.renamedMigration(room: "test", number: 1, found: "things", known: "other things")
            ) {
                try await migrate(store, [Self.room(other)])
            }
        }
    }

    @Test("refuse to run out of order", arguments: Engine.available)
    func outOfOrder(engine: Engine) async throws {
        try await engine.withStore { store in
            let error = await #expect(throws: StoreError.self) {
                try await migrate(store, [Self.room(Self.second, Self.first)])
            }
            #expect(error?.isMisuse == true)
        }
    }

    @Test("leave nothing of a migration that fails, and keep those before it", arguments: Engine.available)
    func failing(engine: Engine) async throws {
        try await engine.withStore { store in
            let broken = Migration(
                number: 2,
                name: "broken",
                statements: ["CREATE TABLE half (id BIGINT)", "CREATE nonsense"]
            )
            await #expect(throws: StoreError.self) {
                try await migrate(store, [Self.room(Self.first, broken)])
            }
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 0)
            try await migrate(store, [Self.room(Self.first, Self.second)])
            try await store.execute("CREATE TABLE half (id BIGINT)")
        }
    }

    @Test("of two programs that start at once are each applied once", arguments: Engine.available)
    func concurrentStarters(engine: Engine) async throws {
        for _ in 0..<5 {
            try await engine.withPlace { place in
                let one = try await place.open()
                // Only a server can be opened by two.
                let other = engine == .postgres ? try await place.open() : one
                let rooms: [MigrationRoom] = [.house, Self.room(Self.first, Self.second)]
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for store in [one, other, one, other] {
                        group.addTask { try await migrate(store, rooms) }
                    }
                    try await group.waitForAll()
                }
                #expect(try await one.texts("SELECT name FROM thing") == ["apple"])
                await one.close()
                await other.close()
            }
        }
    }
}

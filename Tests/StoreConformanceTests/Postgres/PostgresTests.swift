import Store
import StorePostgres
import Testing

@Suite("A store in PostgreSQL", .enabled(if: Engine.postgresURI != nil, "COSELL_TEST_POSTGRES names no server"))
struct PostgresTests {
    private static let endOwnSession: Statement = "SELECT pg_terminate_backend(pg_backend_pid())"
    private static let table = "CREATE TABLE thing (name TEXT PRIMARY KEY)"
    private static let insert: Statement = "INSERT INTO thing (name) VALUES ($1)"

    @Test("opens with the durability it was asked for", arguments: Durability.allCases)
    func durability(durability: Durability) async throws {
        try await Engine.postgres.withPlace { place in
            let store = try await place.open(durability: durability)
            #expect(try await store.texts("SHOW synchronous_commit") == [durability == .full ? "on" : "off"])
            #expect(try await store.texts("SHOW transaction_isolation") == ["serializable"])
            await store.close()
        }
    }

    @Test("runs a body again when the connection was lost before COMMIT")
    func lostBeforeCommit() async throws {
        try await Engine.postgres.withStore { store in
            try await store.execute(Self.table)
            let runs = Monitor(0)
            try await store.write { transaction in
                try transaction.run(Self.insert, ["once"])
                guard
                    runs.withLock({
                        $0 += 1; return $0 == 1
                    })
                else { return }
                _ = try transaction.first(Self.endOwnSession) { _ in }
            }
            #expect(runs.withLock { $0 } == 2)
            #expect(try await store.texts("SELECT name FROM thing") == ["once"])
        }
    }

    @Test("says so, and does not try again, when the connection was lost at COMMIT")
    func lostAtCommit() async throws {
        try await Engine.postgres.withStore { store in
            try await store.execute(Self.table)
            try await store.execute(
                """
                CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                    PERFORM pg_sleep(10);
                    RETURN NULL;
                END $$;
                CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION end_session()
                """
            )
            let runs = Monitor(0)
            let error = await #expect(throws: StoreError.self) {
                try await store.write { transaction in
                    runs.withLock { $0 += 1 }
                    try transaction.run(Self.insert, ["perhaps"])
                }
            }
            #expect(error?.isUnavailable == true)
            #expect(error?.description.contains("may or may not") == true)
            #expect(runs.withLock { $0 } == 1)
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 0)
        }
    }

    @Test("goes on after the server has ended every session")
    func allSessionsEnded() async throws {
        try await Engine.postgres.withPlace { place in
            let store = try await place.open(connections: 3)
            try await store.execute(Self.table)
            let pids = try await Self.sessions(of: store)
            let other = try await place.open(connections: 1)
            for pid in pids {
                _ = try await other.read {
                    try $0.first("SELECT pg_terminate_backend(CAST($1 AS INT))", [.integer(pid)]) { _ in }
                }
            }
            for number in 0..<12 {
                try await store.write { try $0.run(Self.insert, [.text("\(number)")]) }
            }
            #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 12)
            await other.close()
            await store.close()
        }
    }

    @Test(
        "says what it was that could not be reached",
        arguments: [
            "postgresql://127.0.0.1:1/nowhere", "postgresql:///x?host=/nonexistent", "nonsense://x",
            "host=/nonexistent",
        ]
    )
    func unreachable(uri: String) async throws {
        let error = await #expect(throws: StoreError.self) {
            try await PostgresStore.open(uri: uri, connections: 2)
        }
        #expect(error?.isUnavailable == true)
        #expect((error?.description.count ?? 0) > 40)
    }

    @Test("prepares a statement anew when the table under it has changed")
    func changedTable() async throws {
        try await Engine.postgres.withPlace { place in
            let store = try await place.open(connections: 1)
            try await store.execute(Self.table)
            try await store.write { try $0.run(Self.insert, ["a"]) }
            let whole: Statement = "SELECT * FROM thing"
            #expect(try await store.texts(whole) == ["a"])
            let other = try await place.open(connections: 1)
            try await other.execute("ALTER TABLE thing ADD COLUMN colour TEXT")
            #expect(try await store.texts(whole) == ["a"])
            await other.close()
            await store.close()
        }
    }

    @Test("tells in the end when transactions keep conflicting")
    func contention() async throws {
        try await Engine.postgres.withStore { store in
            let error = await #expect(throws: StoreError.self) {
                try await store.write { transaction in
                    try transaction.execute("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
                }
            }
            guard case .contention = error else {
                Issue.record("not \(String(describing: error))")
                return
            }
            let answer = try await store.integer("SELECT 1")
            #expect(answer == 1)
        }
    }

    @Test("reads smaller integers as integers")
    func smallIntegers() async throws {
        try await Engine.postgres.withStore { store in
            let numbers = try await store.read { transaction in
                try transaction.first("SELECT CAST(-2 AS INT), CAST(-3 AS SMALLINT), 1 = 1") { row in
                    [row.integer(0), row.integer(1), row.integer(2)]
                }
            }
            #expect(numbers == [-2, -3, 1])
        }
    }

    /// The server's process for each connection: as many bodies at once as there are connections, each holding its own.
    private static func sessions(of store: any Store) async throws -> Set<Int64> {
        try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try await store.read { transaction in
                        _ = try transaction.first("SELECT pg_sleep(0.3)") { _ in }
                        return try transaction.first("SELECT pg_backend_pid()") { $0.integer(0) } ?? 0
                    }
                }
            }
            return try await group.reduce(into: []) { $0.insert($1) }
        }
    }
}

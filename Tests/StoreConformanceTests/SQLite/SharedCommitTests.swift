import Store
import Testing

@Suite("Shared commits of SQLite")
struct SharedCommitTests {
    private static let table = "CREATE TABLE thing (name TEXT PRIMARY KEY, body BYTEA)"
    private static let insert: Statement = "INSERT INTO thing (name, body) VALUES ($1, $2)"
    private static let count: Statement = "SELECT COUNT(*) FROM thing"

    @Test("a body that throws undoes itself only, wherever it stands in the group")
    func throwingBodies() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            let failing: Set = [0, 3, 4, 9]
            let outcomes = await Self.together(store, 10) { number, transaction in
                try transaction.run(Self.insert, [.text("\(number)"), nil])
                if failing.contains(number) { throw Refusal(reason: "\(number)") }
            }
            for (number, outcome) in outcomes.enumerated() {
                #expect(outcome == (failing.contains(number) ? "Refusal(reason: \"\(number)\")" : nil))
            }
            let kept = try await store.texts("SELECT name FROM thing ORDER BY name")
            #expect(kept == ["1", "2", "5", "6", "7", "8"])
        }
    }

    @Test("a constraint that one body violates undoes that body only")
    func constraintInGroup() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            let outcomes = await Self.together(store, 6) { number, transaction in
                try transaction.run(Self.insert, [.text("before \(number)"), nil])
                try transaction.run(Self.insert, [.text("half \(number / 2)"), nil])
            }
            #expect(outcomes.map { $0 == nil } == [true, false, true, false, true, false])
            #expect(try await store.integer(Self.count) == 6)
        }
    }

    @Test("where one body fills the disk and the engine undoes all, the others are run again alone")
    func fullInBody() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            try await Self.limitSize(of: store, toFurtherPages: 40)
            let runs = Monitor(0)
            let outcomes = await Self.together(store, 8) { number, transaction in
                runs.withLock { $0 += 1 }
                let size = number == 5 ? 5 << 20 : 10
                try transaction.run(Self.insert, [.text("\(number)"), .bytes(Array(repeating: 1, count: size))])
            }
            #expect(outcomes.map { $0 == nil } == [true, true, true, true, true, false, true, true])
            #expect(outcomes[5]?.contains("full") == true)
            #expect(runs.withLock { $0 } > 8, "the group was not undone, so this test shows nothing")
            #expect(try await store.integer(Self.count) == 7)
            try await Self.goesOn(store)
        }
    }

    @Test("where nothing fits any more, everybody is told, and the store works once there is room")
    func fullForAll() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            try await Self.limitSize(of: store, toFurtherPages: 2)
            let outcomes = await Self.together(store, 5) { number, transaction in
                try transaction.run(Self.insert, [.text("\(number)"), .bytes(Array(repeating: 1, count: 100_000))])
            }
            #expect(outcomes.allSatisfy { $0?.contains("full") == true })
            #expect(try await store.integer(Self.count) == 0)
            try await store.execute("PRAGMA max_page_count = 1000000")
            try await Self.goesOn(store)
        }
    }

    @Test("where COMMIT fails, nobody is told that it succeeded, and nothing is kept")
    func failingCommit() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            // A foreign key that is checked at COMMIT is the one way to make a COMMIT fail from outside. Foreign keys
            // are switched on for the writer, which can be done between two transactions only.
            try await store.execute("COMMIT; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE")
            try await store.execute(
                "CREATE TABLE child (thing TEXT REFERENCES thing (name) DEFERRABLE INITIALLY DEFERRED)"
            )
            let outcomes = await Self.together(store, 6) { number, transaction in
                try transaction.run(Self.insert, [.text("\(number)"), nil])
                let parent = number == 2 ? "missing" : "\(number)"
                try transaction.run("INSERT INTO child (thing) VALUES ($1)", [.text(parent)])
                if number == 4 { throw Refusal() }
            }
            #expect(outcomes.allSatisfy { $0?.contains("constraint") == true })
            #expect(try await store.integer(Self.count) == 0)
            try await Self.goesOn(store)
        }
    }

    @Test("more bodies than a group takes are all done")
    func manyGroups() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.execute(Self.table)
            let outcomes = await Self.together(store, 700) { number, transaction in
                try transaction.run(Self.insert, [.text("\(number)"), nil])
            }
            #expect(outcomes.allSatisfy { $0 == nil })
            #expect(try await store.integer(Self.count) == 700)
        }
    }

    /// Runs bodies that all wait before the first of them begins, in their order, and says what each threw.
    private static func together(
        _ store: any Store,
        _ count: Int,
        _ body: @escaping @Sendable (Int, WriteTransaction) throws -> Void
    ) async -> [String?] {
        let gate = Gate()
        // Runs up to its suspension at once, so that the order here is the order in the line.
        let first = Task.immediate { try await store.write { _ in gate.wait() } }
        let others = (0..<count).map { number in
            Task.immediate { () -> String? in
                do {
                    try await store.write { try body(number, $0) }
                    return nil
                } catch {
                    return "\(error)"
                }
            }
        }
        gate.open()
        _ = try? await first.value
        var outcomes: [String?] = []
        for other in others {
            outcomes.append(await other.value)
        }
        return outcomes
    }

    private static func limitSize(of store: any Store, toFurtherPages pages: Int64) async throws {
        let current = try await store.integer("PRAGMA page_count") ?? 0
        try await store.execute("PRAGMA max_page_count = \(current + pages)")
    }

    private static func goesOn(_ store: any Store) async throws {
        let before = try await store.integer(count)
        try await store.write { try $0.run(insert, ["afterwards", nil]) }
        #expect(try await store.integer(count) == (before ?? 0) + 1)
    }
}

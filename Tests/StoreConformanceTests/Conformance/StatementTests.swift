import Store
import Testing

@Suite("Every engine runs the same statements")
struct StatementTests {
    private static let table = "CREATE TABLE pair (owner TEXT, id BIGINT, value TEXT, PRIMARY KEY (owner, id))"
    private static let insert: Statement = "INSERT INTO pair (owner, id, value) VALUES ($1, $2, $3)"

    @Test("a parameter may be used twice, and out of order", arguments: Engine.available)
    func parametersByNumber(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { transaction in
                try transaction.run("INSERT INTO pair (value, id, owner) VALUES ($2, $1, $2)", [7, "twice"])
            }
            let row = try await store.texts("SELECT value FROM pair WHERE id = $2 AND owner = $1", ["twice", 7])
            #expect(row == ["twice"])
        }
    }

    @Test("a kept statement forgets what it was given before", arguments: Engine.available)
    func reuse(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let values: [SQLValue] = ["first", nil, "third", "", "fünf"]
            try await store.write { transaction in
                for round in 0..<40 {
                    for (index, value) in values.enumerated() {
                        try transaction.run(Self.insert, ["round", .integer(Int64(round * 5 + index)), value])
                    }
                }
            }
            let kept = try await store.read { transaction in
                try (0..<200).map { id in
                    try transaction.first("SELECT value FROM pair WHERE owner = 'round' AND id = $1", [.integer(id)]) {
                        $0.optionalText(0)
                    } ?? nil
                }
            }
            #expect(kept == (0..<40).flatMap { _ in ["first", nil, "third", "", "fünf"] })
        }
    }

    @Test("more statements than a connection keeps are run all the same", arguments: Engine.available)
    func manyStatements(engine: Engine) async throws {
        try await engine.withPlace { place in
            let store = try await place.open(connections: 1)
            for first in stride(from: 0, to: 4_500, by: 900) {
                let numbers = try await store.read { transaction in
                    try (first..<first + 900).map { number in
                        try transaction.first(Statement("SELECT \(number)")) { $0.integer(0) }
                    }
                }
                #expect(numbers == (first..<first + 900).map { Int64($0) })
            }
            await store.close()
        }
    }

    @Test("equal texts are one statement, and hashing needs no text")
    func registration() {
        let text = "SELECT 1"
        #expect(Statement(text) == "SELECT 1")
        #expect(Statement(text).number == ("SELECT 1" as Statement).number)
        #expect(Statement("SELECT 2") != Statement(text))
    }

    @Test("a change says how many rows it changed", arguments: Engine.available)
    func changedRows(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let counts = try await store.write { transaction in
                [
                    try transaction.run(Self.insert, ["a", 1, "x"]),
                    try transaction.run(Self.insert, ["a", 2, "x"]),
                    try transaction.run("UPDATE pair SET value = $1", ["y"]),
                    try transaction.run("UPDATE pair SET value = $1 WHERE id = $2", ["y", 3]),
                    try transaction.run("SELECT value FROM pair"),
                    try transaction.run("DELETE FROM pair WHERE id = $1", [1]),
                ]
            }
            #expect(counts == [1, 1, 2, 0, 0, 1])
        }
    }

    @Test("ON CONFLICT decides, RETURNING tells", arguments: Engine.available)
    func conflictsAndReturning(engine: Engine) async throws {
        let upsert: Statement = """
            INSERT INTO pair (owner, id, value) VALUES ($1, $2, $3)
            ON CONFLICT (owner, id) DO UPDATE SET value = excluded.value RETURNING value
            """
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let answers = try await store.write { transaction in
                try ["one", "two"].map { value in
                    try transaction.first(upsert, ["a", 1, .text(value)]) { $0.text(0) }
                }
            }
            #expect(answers == ["one", "two"])
            let ignored = try await store.write { transaction in
                try transaction.run("INSERT INTO pair (owner, id) VALUES ('a', 1) ON CONFLICT DO NOTHING")
            }
            #expect(ignored == 0)
            #expect(try await store.texts("SELECT value FROM pair") == ["two"])
        }
    }

    @Test(
        "RETURNING yields every row, and changes all of them even if only the first is asked for",
        arguments: Engine.available
    )
    func returningMany(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { transaction in
                for id: Int64 in 1...5 {
                    try transaction.run(Self.insert, ["a", .integer(id), "old"])
                }
                let first = try transaction.first("UPDATE pair SET value = 'new' RETURNING id") { $0.integer(0) }
                #expect(first != nil)
            }
            #expect(try await store.integer("SELECT COUNT(*) FROM pair WHERE value = 'new'") == 5)
            let removed = try await store.write { transaction in
                try transaction.all("DELETE FROM pair WHERE id > 2 RETURNING id") { $0.integer(0) }
            }
            #expect(Set(removed) == [3, 4, 5])
        }
    }

    @Test("a cursor of several columns walks a list page by page", arguments: Engine.available)
    func rowValueCursor(engine: Engine) async throws {
        let page: Statement = """
            SELECT owner, id FROM pair WHERE (owner, id) > ($1, $2) ORDER BY owner, id LIMIT $3
            """
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { transaction in
                for owner in ["a", "b", "c"] {
                    for id: Int64 in 1...3 {
                        try transaction.run(Self.insert, [.text(owner), .integer(id), nil])
                    }
                }
            }
            var walked: [String] = []
            var cursor: (owner: String, id: Int64) = ("", 0)
            while true {
                let (owner, id) = cursor
                let rows = try await store.read { transaction in
                    try transaction.all(page, [.text(owner), .integer(id), 2]) { ($0.text(0), $0.integer(1)) }
                }
                guard let last = rows.last else { break }
                walked += rows.map { "\($0.0)\($0.1)" }
                cursor = last
            }
            #expect(walked == ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"])
        }
    }
}

import Store
import Testing

@Suite("Text has one order on every engine: that of its UTF-8 bytes")
struct OrderTests {
    private static let words = [
        "b", "B", "a", "A", "_", "-", " ", "", "10", "9", "ä", "a\u{308}", "z", "Z", "ß", "é", "e", "ﬁ", "fi",
        "日本", "👍", "👎🏽", "\u{FFFD}", "\u{10FFFF}", "a b", "a-b", "ab", "a_b", "AB", "aB",
    ]
    private static let inOrder = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }

    @Test("ORDER BY a column, through an index and without one", arguments: Engine.available)
    func ordering(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            #expect(try await store.texts("SELECT indexed FROM word ORDER BY indexed") == Self.inOrder)
            #expect(try await store.texts("SELECT plain FROM word ORDER BY plain") == Self.inOrder)
            #expect(try await store.texts("SELECT plain FROM word ORDER BY plain DESC") == Self.inOrder.reversed())
        }
    }

    @Test("comparing a column with a parameter", arguments: Engine.available)
    func comparison(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            for (position, word) in Self.inOrder.enumerated() {
                let after = try await store.texts(
                    "SELECT plain FROM word WHERE plain > $1 ORDER BY plain",
                    [.text(word)]
                )
                #expect(after == Array(Self.inOrder.dropFirst(position + 1)))
            }
        }
    }

    @Test("the least and the greatest", arguments: Engine.available)
    func extremes(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            #expect(try await store.texts("SELECT MIN(plain) FROM word") == [""])
            #expect(try await store.texts("SELECT MAX(plain) FROM word") == ["\u{10FFFF}"])
        }
    }

    private func fill(_ store: any Store) async throws {
        try await store.execute("CREATE TABLE word (indexed TEXT PRIMARY KEY, plain TEXT NOT NULL)")
        try await store.write { transaction in
            for word in Self.words {
                try transaction.run("INSERT INTO word (indexed, plain) VALUES ($1, $1)", [.text(word)])
            }
        }
    }
}

import Store
import Testing

@Suite("Every engine keeps values as they are")
struct ValueTests {
    private static let table = "CREATE TABLE kept (id BIGINT PRIMARY KEY, number BIGINT, words TEXT, body BYTEA)"
    private static let insert: Statement = "INSERT INTO kept (id, number, words, body) VALUES ($1, $2, $3, $4)"
    private static let select: Statement = "SELECT number, words, body FROM kept WHERE id = $1"

    @Test("integers, from the smallest to the largest", arguments: Engine.available)
    func integers(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 40, .max]
            try await store.write { transaction in
                for (id, number) in numbers.enumerated() {
                    try transaction.run(Self.insert, [.integer(Int64(id)), .integer(number), nil, nil])
                }
            }
            let kept = try await store.read { try $0.all("SELECT number FROM kept ORDER BY id") { $0.integer(0) } }
            #expect(kept == numbers)
        }
    }

    @Test("text: empty, quoted, accented, of four-byte scalars, long", arguments: Engine.available)
    func texts(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let texts = [
                "", "'; DROP TABLE kept; --", "$1", "naïve", "e\u{301}", "👩‍👩‍👧‍👦 𝄞", String(repeating: "ü", count: 70_000),
            ]
            try await store.write { transaction in
                for (id, text) in texts.enumerated() {
                    try transaction.run(Self.insert, [.integer(Int64(id)), nil, .text(text), nil])
                }
            }
            let kept = try await store.texts("SELECT words FROM kept ORDER BY id")
            #expect(kept.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
        }
    }

    @Test("bytes: empty, every value, zeros, five mebibytes", arguments: Engine.available)
    func bytes(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let large = (0..<5 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let bodies: [[UInt8]] = [[], [0], [0, 0, 1, 0], Array(0...255), large]
            try await store.write { transaction in
                for (id, body) in bodies.enumerated() {
                    try transaction.run(Self.insert, [.integer(Int64(id)), nil, nil, .bytes(body)])
                }
            }
            let kept = try await store.read { try $0.all("SELECT body FROM kept ORDER BY id") { $0.bytes(0) } }
            #expect(kept == bodies)
        }
    }

    @Test("null, apart from what is empty", arguments: Engine.available)
    func nulls(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            try await store.write { transaction in
                try transaction.run(Self.insert, [1, nil, nil, nil])
                try transaction.run(Self.insert, [2, 0, "", .bytes([])])
                let none: String? = nil
                try transaction.run(Self.insert, [3, .optional(5), .optional(none), .optional([7])])
            }
            let rows = try await store.read { transaction in
                try [1, 2, 3].map { id in
                    try transaction.first(Self.select, [id]) { row in
                        Kept(number: row.optionalInteger(0), words: row.optionalText(1), body: row.optionalBytes(2))
                    }
                }
            }
            #expect(rows[0] == Kept(number: nil, words: nil, body: nil))
            #expect(rows[1] == Kept(number: 0, words: "", body: []))
            #expect(rows[2] == Kept(number: 5, words: nil, body: [7]))
        }
    }

    @Test("text with U+0000 is refused everywhere, because one engine cannot keep it", arguments: Engine.available)
    func zeroInText(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            let error = await #expect(throws: StoreError.self) {
                try await store.write { try $0.run(Self.insert, [1, nil, "a\0b", nil]) }
            }
            #expect(error?.isMisuse == true)
        }
    }

    @Test("a sum over BIGINT is an integer, also beyond 32 bits", arguments: Engine.available)
    func sums(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.execute(Self.table)
            for numbers: [Int64] in [
                [1, 2], [-3, 1], [10_000, 0], [123_456_789_012_345_678, 1], [.min + 5, -5], [0, 0],
            ] {
                try await store.write { transaction in
                    try transaction.run("DELETE FROM kept")
                    for (id, number) in numbers.enumerated() {
                        try transaction.run(Self.insert, [.integer(Int64(id)), .integer(number), nil, nil])
                    }
                }
                let sum = try await store.integer("SELECT SUM(number) FROM kept")
                #expect(sum == numbers.reduce(0, +))
            }
        }
    }
}

private struct Kept: Equatable, Sendable {
    var number: Int64?
    var words: String?
    var body: [UInt8]?
}

extension StoreError {
    var isMisuse: Bool {
        if case .misuse = self { true } else { false }
    }

    var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }

    var isConstraint: Bool {
        if case .constraint = self { true } else { false }
    }

    var isFull: Bool {
        if case .full = self { true } else { false }
    }
}

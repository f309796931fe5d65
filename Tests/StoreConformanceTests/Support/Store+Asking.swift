import Store

extension Store {
    /// Runs schema statements.
    func execute(_ script: String) async throws {
        try await write { try $0.execute(script) }
    }

    /// The integer in the only column of the first row.
    func integer(_ statement: Statement, _ parameters: [SQLValue] = []) async throws -> Int64? {
        try await read { try $0.first(statement, parameters) { $0.integer(0) } }
    }

    /// The text in the only column of every row.
    func texts(_ statement: Statement, _ parameters: [SQLValue] = []) async throws -> [String] {
        try await read { try $0.all(statement, parameters) { $0.text(0) } }
    }
}

/// What the bodies of these tests throw.
struct Refusal: Error, Equatable {
    var reason = "the body refused"
}

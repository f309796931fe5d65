import AWSJSON
import SellingShapes
import SellingWire
import Store

/// Whose solutions, in which catalog.
struct SolutionShelf: Sendable {
    let account: String
    let catalog: CatalogIdentifier
    /// What every account has without a row of its own.
    let given: [SolutionBase]

    fileprivate var values: [SQLValue] { [.text(account), .text(catalog.rawValue)] }
}

/// Solutions that were registered for an account; they come before the given ones of the same identifier.
enum SolutionTable {
    /// More solutions than a partner has. A list looks at no more rows than these.
    static let mostRows = 10_000

    private static let selectOne: Statement =
        "SELECT document FROM solution WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let selectAll: Statement =
        "SELECT document FROM solution WHERE account = $1 AND catalog = $2 ORDER BY id LIMIT $3"
    private static let upsertRow: Statement = """
        INSERT INTO solution (account, catalog, id, document) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, catalog, id) DO UPDATE SET document = excluded.document
        """

    static func find(in transaction: some SQLReading, _ shelf: SolutionShelf, _ identifier: String) throws
        -> SolutionBase?
    {
        let own = try transaction.first(selectOne, shelf.values + [.text(identifier)], decode)
        return own ?? shelf.given.first { $0.id == identifier }
    }

    static func all(in transaction: some SQLReading, _ shelf: SolutionShelf) throws -> [SolutionBase] {
        let own = try transaction.all(selectAll, shelf.values + [.integer(Int64(mostRows))], decode)
        let taken = Set(own.map(\.id))
        return own + shelf.given.filter { !taken.contains($0.id) }
    }

    static func put(in transaction: some SQLWriting, _ shelf: SolutionShelf, _ solution: SolutionBase) throws {
        try transaction.run(upsertRow, shelf.values + [.text(solution.id), .bytes(solution.encoded())])
    }

    private static func decode(_ row: Row) throws -> SolutionBase {
        try SolutionBase(stored: row.bytes(0))
    }
}

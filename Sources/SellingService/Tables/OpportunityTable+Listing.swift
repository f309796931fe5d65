import SellingDomain
import SellingShapes
import Store

/// Whose opportunities, in which catalog.
struct OpportunityShelf: Sendable {
    let account: String
    let catalog: CatalogIdentifier

    var values: [SQLValue] { [.text(account), .text(catalog.rawValue)] }
}

/// Opportunities by the columns that lists look at; their documents are read for those that a page shows.
extension OpportunityTable {
    static let listedColumns =
        "id, last_modified_ms, created_ms, target_close_date, stage, review_status, company_key"

    /// The rows of a walk that follow a place, at most so many.
    static func rows(
        in transaction: some SQLReading,
        _ shelf: OpportunityShelf,
        _ step: OpportunityStep,
        _ walk: OpportunityWalk,
        after place: OpportunityPlace,
        _ limit: Int
    ) throws -> [ListedOpportunity] {
        try transaction.all(step.statement, step.values(shelf, walk, after: place, limit), listed)
    }

    private static func listed(_ row: Row) -> ListedOpportunity {
        ListedOpportunity(
            identifier: row.text(0),
            lastModifiedMilliseconds: row.integer(1),
            createdMilliseconds: row.integer(2),
            targetCloseDate: row.text(3),
            stage: row.text(4),
            reviewStatus: row.text(5),
            companyKey: row.text(6)
        )
    }
}

// MARK: By identifiers

extension OpportunityTable {
    /// What a request may name at most, and the default size of a page.
    private static let identifiersAtOnce = 20

    private static let placeholders = (3..<3 + identifiersAtOnce).map { "$\($0)" }.joined(separator: ", ")
    private static let selectRows = Statement(
        "SELECT \(listedColumns) FROM opportunity WHERE account = $1 AND catalog = $2 AND id IN (\(placeholders))"
    )
    private static let selectDocuments = Statement(
        "SELECT id, document FROM opportunity WHERE account = $1 AND catalog = $2 AND id IN (\(placeholders))"
    )

    /// The rows of those identifiers that there are, in no order.
    static func rows(
        in transaction: some SQLReading,
        _ shelf: OpportunityShelf,
        _ identifiers: [String]
    ) throws -> [ListedOpportunity] {
        try scan(selectRows, shelf, identifiers, in: transaction, listed)
    }

    /// The documents of opportunities, in the order of their identifiers.
    static func documents(
        in transaction: some SQLReading,
        _ shelf: OpportunityShelf,
        _ identifiers: [String]
    ) throws -> [[UInt8]] {
        let found = try scan(selectDocuments, shelf, identifiers, in: transaction) { ($0.text(0), $0.bytes(1)) }
        let documents = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return identifiers.compactMap { documents[$0] }
    }

    /// The last identifier fills the places that are left: naming it again finds no row twice.
    private static func scan<Value>(
        _ statement: Statement,
        _ shelf: OpportunityShelf,
        _ identifiers: [String],
        in transaction: some SQLReading,
        _ decode: (Row) throws -> Value
    ) throws -> [Value] {
        try stride(from: 0, to: identifiers.count, by: identifiersAtOnce).flatMap { start in
            let some = identifiers[start...].prefix(identifiersAtOnce)
            let filling = Array(repeating: some.last ?? "", count: identifiersAtOnce - some.count)
            return try transaction.all(statement, shelf.values + (some + filling).map { .text($0) }, decode)
        }
    }
}

import SellingShapes
import Store

/// Which opportunities were made of which, by accepting a partner's invitation (`RuleCatalogue.inheritedReview`).
enum InheritedOpportunityTable {
    /// An opportunity is shared with at most nine invitees; the bound only keeps a damaged one from being read without
    /// end.
    private static let selectCopies: Statement = """
        SELECT account, id FROM inherited_opportunity
        WHERE source_account = $1 AND catalog = $2 AND source = $3 ORDER BY account, id LIMIT 1000
        """
    private static let insertRow: Statement = """
        INSERT INTO inherited_opportunity (source_account, catalog, source, account, id) VALUES ($1, $2, $3, $4, $5)
        """

    static func copies(in transaction: some SQLReading, of source: OpportunityKey) throws -> [OpportunityKey] {
        let values: [SQLValue] = [.text(source.account), .text(source.catalog.rawValue), .text(source.identifier)]
        return try transaction.all(selectCopies, values) { row in
            OpportunityKey(account: row.text(0), catalog: source.catalog, identifier: row.text(1))
        }
    }

    static func insert(in transaction: some SQLWriting, _ copy: OpportunityKey, of source: OpportunityKey) throws {
        try transaction.run(
            insertRow,
            [
                .text(source.account), .text(source.catalog.rawValue), .text(source.identifier), .text(copy.account),
                .text(copy.identifier),
            ]
        )
    }
}

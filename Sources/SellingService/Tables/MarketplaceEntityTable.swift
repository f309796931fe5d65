import SellingShapes
import Store

/// The AWS Marketplace entities that were registered for an account.
enum MarketplaceEntityTable {
    private static let selectAny: Statement =
        "SELECT 1 FROM marketplace_entity WHERE account = $1 AND catalog = $2 LIMIT 1"
    private static let selectOne: Statement =
        "SELECT 1 FROM marketplace_entity WHERE account = $1 AND catalog = $2 AND arn = $3"
    private static let insertRow: Statement = """
        INSERT INTO marketplace_entity (account, catalog, arn) VALUES ($1, $2, $3)
        ON CONFLICT (account, catalog, arn) DO NOTHING
        """

    /// Whether an entity may be associated: it is registered, or the account has registered none at all.
    static func isKnown(
        in transaction: some SQLReading,
        account: String,
        _ catalog: CatalogIdentifier,
        _ arn: String
    ) throws -> Bool {
        let shelf: [SQLValue] = [.text(account), .text(catalog.rawValue)]
        guard try transaction.first(selectAny, shelf, { _ in true }) != nil else { return true }
        return try transaction.first(selectOne, shelf + [.text(arn)], { _ in true }) != nil
    }

    static func put(
        in transaction: some SQLWriting,
        account: String,
        _ catalog: CatalogIdentifier,
        _ arn: String
    ) throws {
        try transaction.run(insertRow, [.text(account), .text(catalog.rawValue), .text(arn)])
    }
}

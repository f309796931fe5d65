import AWSJSON
import SellingShapes
import SellingWire
import Store

/// AWS's own opportunities, each beside a partner's that was submitted, as GetAwsOpportunitySummary answers them.
enum AWSOpportunityTable {
    private static let selectDocument: Statement =
        "SELECT document FROM aws_opportunity WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let upsertRow: Statement = """
        INSERT INTO aws_opportunity (account, catalog, id, document) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, catalog, id) DO UPDATE SET document = excluded.document
        """

    static func find(
        in transaction: some SQLReading,
        _ key: OpportunityKey
    ) throws -> GetAwsOpportunitySummaryResponse? {
        try transaction.first(selectDocument, values(key)) { row in
            try GetAwsOpportunitySummaryResponse(stored: row.bytes(0))
        }
    }

    static func put(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ summary: GetAwsOpportunitySummaryResponse
    ) throws {
        try transaction.run(upsertRow, values(key) + [.bytes(summary.encoded())])
    }

    private static func values(_ key: OpportunityKey) -> [SQLValue] {
        [.text(key.account), .text(key.catalog.rawValue), .text(key.identifier)]
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Whose opportunity, in which catalog, and which.
struct OpportunityKey: Sendable {
    let account: String
    let catalog: CatalogIdentifier
    let identifier: String

    fileprivate var values: [SQLValue] { [.text(account), .text(catalog.rawValue), .text(identifier)] }
}

/// Where an opportunity came from: what its document does not tell.
struct OpportunityOriginRecord: Sendable {
    let origin: OpportunityOrigin
    /// Whether it was made of another partner's, by accepting an invitation.
    let isInherited: Bool
}

/// Opportunities, each as the document that GetOpportunity answers.
///
/// The document is the only truth of an opportunity, its associations included: a read sends it as it lies. The other
/// columns are made of it, for lists.
enum OpportunityTable {
    private static let selectDocument: Statement =
        "SELECT document FROM opportunity WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let selectOrigin: Statement =
        "SELECT origin, is_inherited FROM opportunity WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let insertRow: Statement = """
        INSERT INTO opportunity (
            account, catalog, id, document, last_modified_ms, created_ms, target_close_date, stage, review_status,
            company_key, identifier_key, origin, is_inherited
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """
    private static let updateDocument: Statement = """
        UPDATE opportunity SET document = $4, last_modified_ms = $5, created_ms = $6, target_close_date = $7,
            stage = $8, review_status = $9, company_key = $10, identifier_key = $11
        WHERE account = $1 AND catalog = $2 AND id = $3
        """

    static func document(in transaction: some SQLReading, _ key: OpportunityKey) throws -> [UInt8]? {
        try transaction.first(selectDocument, key.values) { $0.bytes(0) }
    }

    static func find(in transaction: some SQLReading, _ key: OpportunityKey) throws -> GetOpportunityResponse? {
        try document(in: transaction, key).map { try GetOpportunityResponse(stored: $0) }
    }

    /// Where an opportunity came from; a partner's own where there is none.
    static func origin(in transaction: some SQLReading, _ key: OpportunityKey) throws -> OpportunityOriginRecord {
        try transaction.first(selectOrigin, key.values) { row in
            OpportunityOriginRecord(origin: OpportunityOrigin(rawValue: row.text(0)), isInherited: row.integer(1) != 0)
        } ?? OpportunityOriginRecord(origin: .partnerReferral, isInherited: false)
    }

    static func insert(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ opportunity: GetOpportunityResponse,
        origin: OpportunityOrigin,
        isInherited: Bool = false
    ) throws {
        let provenance: [SQLValue] = [.text(origin.rawValue), .integer(isInherited ? 1 : 0)]
        try transaction.run(insertRow, row(key, opportunity) + provenance)
    }

    static func update(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ opportunity: GetOpportunityResponse
    ) throws {
        try transaction.run(updateDocument, row(key, opportunity))
    }

    /// The document, and the columns that are made of it.
    private static func row(_ key: OpportunityKey, _ opportunity: GetOpportunityResponse) -> [SQLValue] {
        let listed = ListedOpportunity(opportunity)
        return key.values + [
            .bytes(opportunity.encoded()),
            .integer(listed.lastModifiedMilliseconds),
            .integer(listed.createdMilliseconds),
            .text(listed.targetCloseDate),
            .text(listed.stage),
            .text(listed.reviewStatus),
            .text(listed.companyKey),
            .text(listed.identifierKey),
        ]
    }
}

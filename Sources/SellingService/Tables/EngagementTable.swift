import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Engagements, each as the document that GetEngagement answers, and who is a member of which.
enum EngagementTable {
    private static let selectDocument: Statement = "SELECT document FROM engagement WHERE catalog = $1 AND id = $2"
    private static let insertRow: Statement =
        "INSERT INTO engagement (catalog, id, document) VALUES ($1, $2, $3)"
    private static let updateDocument: Statement =
        "UPDATE engagement SET document = $3 WHERE catalog = $1 AND id = $2"
    private static let selectMember: Statement =
        "SELECT 1 FROM engagement_member WHERE catalog = $1 AND engagement = $2 AND account = $3"
    /// An engagement has at most 10 members; the bound only keeps a damaged one from being read without end.
    private static let selectMembers: Statement = """
        SELECT account FROM engagement_member WHERE catalog = $1 AND engagement = $2 ORDER BY position LIMIT 100
        """
    private static let insertMember: Statement = """
        INSERT INTO engagement_member (catalog, engagement, account, position, joined_at_ms, created_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6)
        """

    static func document(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String
    ) throws -> [UInt8]? {
        try transaction.first(selectDocument, [.text(catalog.rawValue), .text(identifier)]) { $0.bytes(0) }
    }

    static func find(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String
    ) throws -> Engagement? {
        try document(in: transaction, catalog: catalog, identifier: identifier)
            .map { try Engagement(stored: $0, catalog: catalog) }
    }

    /// Keeps a new engagement and its creator as its first member.
    static func insert(in transaction: some SQLWriting, _ engagement: Engagement) throws {
        try transaction.run(
            insertRow,
            [
                .text(engagement.catalog.rawValue), .text(engagement.identifier),
                .bytes(engagement.document.encoded()),
            ]
        )
        try addMember(in: transaction, engagement, account: engagement.createdBy, at: engagement.createdAt)
    }

    static func update(in transaction: some SQLWriting, _ engagement: Engagement) throws {
        try transaction.run(
            updateDocument,
            [
                .text(engagement.catalog.rawValue), .text(engagement.identifier),
                .bytes(engagement.document.encoded()),
            ]
        )
    }

    static func isMember(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String,
        account: String
    ) throws -> Bool {
        let values: [SQLValue] = [.text(catalog.rawValue), .text(identifier), .text(account)]
        return try transaction.first(selectMember, values) { _ in true } != nil
    }

    /// The accounts of the members, in the order in which they joined.
    static func members(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String
    ) throws -> [String] {
        try transaction.all(selectMembers, [.text(catalog.rawValue), .text(identifier)]) { $0.text(0) }
    }

    /// Adds the member that `engagement` counts last: of `engagement.joined(by:at:)`, or the creator of a new one.
    static func addMember(
        in transaction: some SQLWriting,
        _ engagement: Engagement,
        account: String,
        at now: Timestamp
    ) throws {
        try transaction.run(
            insertMember,
            [
                .text(engagement.catalog.rawValue), .text(engagement.identifier), .text(account),
                .integer(Int64(engagement.memberCount)), .integer(now.millisecondsSinceEpoch),
                .integer(engagement.createdAt.millisecondsSinceEpoch),
            ]
        )
    }
}

extension Engagement {
    /// An engagement as its table keeps it.
    init(stored document: [UInt8], catalog: CatalogIdentifier) throws {
        guard let engagement = Engagement(try GetEngagementResponse(stored: document), catalog: catalog) else {
            throw StoreError.corrupt("an engagement of catalog \(catalog.rawValue) is not whole")
        }
        self = engagement
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Invitations to engagements.
enum InvitationTable {
    private static let selectDocument: Statement =
        "SELECT document FROM engagement_invitation WHERE catalog = $1 AND id = $2"
    private static let insertRow: Statement = """
        INSERT INTO engagement_invitation
            (catalog, id, engagement, sender, receiver, status, payload_type, invited_at_ms, expires_at_ms, document)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    private static let updateRow: Statement =
        "UPDATE engagement_invitation SET status = $3, document = $4 WHERE catalog = $1 AND id = $2"
    /// At most nine are open at a time; the bound only keeps a damaged engagement from being read without end.
    private static let selectOpen: Statement = """
        SELECT document FROM engagement_invitation
        WHERE catalog = $1 AND engagement = $2 AND status IN ('PENDING', 'ACCEPTED')
        ORDER BY invited_at_ms, id LIMIT 100
        """
    private static let selectDue: Statement = """
        SELECT document FROM engagement_invitation
        WHERE status = 'PENDING' AND expires_at_ms <= $1 ORDER BY expires_at_ms, catalog, id LIMIT $2
        """

    static func find(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        identifier: String
    ) throws -> EngagementInvitation? {
        try transaction.first(selectDocument, [.text(catalog.rawValue), .text(identifier)], decode)
    }

    /// Those that are PENDING, as it was last written, or ACCEPTED: the invitees that an engagement's limit counts.
    static func open(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        engagement: String
    ) throws -> [EngagementInvitation] {
        try transaction.all(selectOpen, [.text(catalog.rawValue), .text(engagement)], decode)
    }

    /// Those of all catalogs and accounts that ran out by `now` and still are PENDING as written, first come first.
    static func due(in transaction: some SQLReading, at now: Timestamp, limit: Int) throws -> [EngagementInvitation] {
        try transaction.all(
            selectDue,
            [.integer(now.millisecondsSinceEpoch), .integer(Int64(limit))],
            decode
        )
    }

    static func insert(in transaction: some SQLWriting, _ invitation: EngagementInvitation) throws {
        try transaction.run(
            insertRow,
            [
                .text(invitation.catalog.rawValue), .text(invitation.identifier),
                .text(invitation.engagementIdentifier), .text(invitation.senderAccount),
                .text(invitation.receiverAccount), .text(invitation.writtenStatus.rawValue),
                .text(invitation.payloadType.rawValue), .integer(invitation.invitedAt.millisecondsSinceEpoch),
                .integer(invitation.expiresAt.millisecondsSinceEpoch), .bytes(invitation.document.encoded()),
            ]
        )
    }

    static func update(in transaction: some SQLWriting, _ invitation: EngagementInvitation) throws {
        try transaction.run(
            updateRow,
            [
                .text(invitation.catalog.rawValue), .text(invitation.identifier),
                .text(invitation.writtenStatus.rawValue), .bytes(invitation.document.encoded()),
            ]
        )
    }

    static func decode(document: [UInt8]) throws -> EngagementInvitation {
        guard let invitation = EngagementInvitation(try GetEngagementInvitationResponse(stored: document)) else {
            throw StoreError.corrupt("an invitation is not whole")
        }
        return invitation
    }

    private static func decode(_ row: Row) throws -> EngagementInvitation {
        try decode(document: row.bytes(0))
    }
}

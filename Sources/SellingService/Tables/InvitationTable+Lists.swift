import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// The lists of invitations: each walks the index of one side.
extension InvitationTable {
    private static let columns =
        "invited_at_ms, id, engagement, sender, payload_type, status, expires_at_ms, document"
    private static let sent = statements("sender")
    private static let received = statements("receiver")

    private static func statements(_ side: String) -> (ascending: Statement, descending: Statement) {
        (
            Statement(
                """
                SELECT \(columns) FROM engagement_invitation
                WHERE \(side) = $1 AND catalog = $2 AND (invited_at_ms, id) > ($3, $4)
                ORDER BY invited_at_ms, id LIMIT $5
                """
            ),
            Statement(
                """
                SELECT \(columns) FROM engagement_invitation
                WHERE \(side) = $1 AND catalog = $2 AND (invited_at_ms, id) < ($3, $4)
                ORDER BY invited_at_ms DESC, id DESC LIMIT $5
                """
            )
        )
    }

    /// A page of the invitations that an account sent or received, by their date.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: InvitationQuery,
        at now: Timestamp,
        after start: PageCursor,
        size: Int
    ) throws -> Page<EngagementInvitationSummary> {
        let side = query.participant == .sender ? sent : received
        let walk = IndexWalk(
            statement: query.order == .ascending ? side.ascending : side.descending,
            parameters: [.text(account), .text(catalog.rawValue)],
            start: start,
            pageSize: size,
            takesAll: query.takesAll
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(0), identifier: $0.text(1)) },
            element: { row in
                guard query.matches(facts(row)) else { return nil }
                return try decode(document: row.bytes(7)).summary(for: query.participant, at: now)
            }
        )
    }

    private static func facts(_ row: Row) -> InvitationFacts {
        InvitationFacts(
            engagementIdentifier: row.text(2),
            senderAccount: row.text(3),
            payloadType: EngagementInvitationPayloadType(rawValue: row.text(4)),
            writtenStatus: InvitationStatus(rawValue: row.text(5)),
            expiresAt: Timestamp(millisecondsSinceEpoch: row.integer(6))
        )
    }
}

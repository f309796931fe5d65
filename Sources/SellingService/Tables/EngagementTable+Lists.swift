import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// The lists of engagements: each walks an index that begins with the account.
extension EngagementTable {
    private static let ascending: Statement = """
        SELECT m.created_at_ms, m.engagement, e.document
        FROM engagement_member m JOIN engagement e ON e.catalog = m.catalog AND e.id = m.engagement
        WHERE m.account = $1 AND m.catalog = $2 AND (m.created_at_ms, m.engagement) > ($3, $4)
        ORDER BY m.created_at_ms, m.engagement LIMIT $5
        """
    private static let descending: Statement = """
        SELECT m.created_at_ms, m.engagement, e.document
        FROM engagement_member m JOIN engagement e ON e.catalog = m.catalog AND e.id = m.engagement
        WHERE m.account = $1 AND m.catalog = $2 AND (m.created_at_ms, m.engagement) < ($3, $4)
        ORDER BY m.created_at_ms DESC, m.engagement DESC LIMIT $5
        """

    /// A page of the engagements that an account is a member of, by their creation.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: EngagementQuery,
        after start: PageCursor,
        size: Int
    ) throws -> Page<EngagementSummary> {
        let walk = IndexWalk(
            statement: query.order == .ascending ? ascending : descending,
            parameters: [.text(account), .text(catalog.rawValue)],
            start: start,
            pageSize: size,
            takesAll: query.takesAll
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(0), identifier: $0.text(1)) },
            element: { row in
                let engagement = try Engagement(stored: row.bytes(2), catalog: catalog)
                return query.matches(engagement) ? engagement.summary : nil
            }
        )
    }

    /// The same of the few engagements that a request names: they are looked up, for they may lie anywhere.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: EngagementQuery,
        among identifiers: Set<String>,
        after start: PageCursor,
        size: Int
    ) throws -> Page<EngagementSummary> {
        let rest = try identifiers.compactMap { identifier -> Engagement? in
            guard try isMember(in: transaction, catalog: catalog, identifier: identifier, account: account) else {
                return nil
            }
            return try find(in: transaction, catalog: catalog, identifier: identifier)
        }
        .filter { query.matches($0) && $0.place.follows(start, in: query.order) }
        .sorted { $1.place.follows($0.place, in: query.order) }
        let shown = rest.prefix(size)
        return Page(elements: shown.map(\.summary), end: shown.count < rest.count ? shown.last?.place : nil)
    }
}

extension Engagement {
    /// Where it stands in the lists of its members.
    fileprivate var place: PageCursor {
        PageCursor(key: createdAt.millisecondsSinceEpoch, identifier: identifier)
    }
}

import SellingDomain
import SellingShapes
import Store

/// Which resources an engagement has snapshots of, and whose snapshot was the first.
enum EngagementResourceAssociationTable {
    private static let insertRow: Statement = """
        INSERT INTO engagement_resource_association (catalog, engagement, resource_type, resource_id, created_by)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (catalog, engagement, resource_type, resource_id) DO NOTHING
        """
    /// Where a row stands within the moment of its engagement's creation. An engagement without resources gives a row
    /// too, so that the limit bounds what is looked at.
    private static let place = "m.engagement || '/' || COALESCE(a.resource_id, '')"
    private static let rows = """
        SELECT m.created_at_ms, \(place), m.engagement, a.resource_type, a.resource_id, a.created_by
        FROM engagement_member m
        LEFT JOIN engagement_resource_association a ON a.catalog = m.catalog AND a.engagement = m.engagement
        WHERE m.account = $1 AND m.catalog = $2
        """
    private static let order = "ORDER BY m.created_at_ms DESC, \(place) DESC"
    private static let ofAll = Statement(
        """
        \(rows) AND m.created_at_ms <= $3 AND (m.created_at_ms, \(place)) < ($3, $4)
        \(order) LIMIT $5
        """
    )
    private static let ofOne = Statement(
        """
        \(rows) AND m.engagement = $3 AND m.created_at_ms <= $4 AND (m.created_at_ms, \(place)) < ($4, $5)
        \(order) LIMIT $6
        """
    )

    /// Keeps that an engagement has a snapshot of a resource; it is no news where it had one before.
    static func put(in transaction: some SQLWriting, _ series: SnapshotSeries) throws {
        let subject = series.subject
        try transaction.run(
            insertRow,
            [
                .text(subject.catalog.rawValue), .text(subject.engagement), .text(subject.resourceType.rawValue),
                .text(subject.resource), .text(series.createdBy),
            ]
        )
    }

    /// What is associated with the engagements that an account is a member of: the engagement that was created last
    /// comes first, and of its resources the highest identifier.
    ///
    /// - Parameter engagement: the only one that is asked for, where it is one.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        engagement: String?,
        after start: PageCursor,
        size: Int,
        where isWanted: (EngagementResourceAssociationSummary) -> Bool
    ) throws -> Page<EngagementResourceAssociationSummary> {
        let member: [SQLValue] = [.text(account), .text(catalog.rawValue)]
        let walk = IndexWalk(
            statement: engagement == nil ? ofAll : ofOne,
            parameters: member + (engagement.map { [.text($0)] } ?? []),
            start: start,
            pageSize: size,
            // Engagements without any are left out, whatever was asked for.
            takesAll: false
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(0), identifier: $0.text(1)) },
            element: { row in
                guard let association = association(row, catalog), isWanted(association) else { return nil }
                return association
            }
        )
    }

    /// Nil where the engagement has none.
    private static func association(_ row: Row, _ catalog: CatalogIdentifier) -> EngagementResourceAssociationSummary? {
        guard let resource = row.optionalText(4) else { return nil }
        return EngagementResourceAssociationSummary(
            catalog: catalog,
            createdBy: row.text(5),
            engagementId: row.text(2),
            resourceId: resource,
            resourceType: ResourceType(rawValue: row.text(3))
        )
    }
}

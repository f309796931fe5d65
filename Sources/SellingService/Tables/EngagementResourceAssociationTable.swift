import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// Which resources an engagement has snapshots of, and whose snapshot was the first.
enum EngagementResourceAssociationTable {
    private static let insertRow: Statement = """
        INSERT INTO engagement_resource_association (catalog, engagement, resource_type, resource_id, created_by)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (catalog, engagement, resource_type, resource_id) DO NOTHING
        """
    /// An engagement without resources gives a row too, so that the limit bounds what is looked at.
    private static let rows = """
        SELECT m.created_at_ms, m.engagement, a.resource_type, a.resource_id, a.created_by
        FROM engagement_member m
        LEFT JOIN engagement_resource_association a ON a.catalog = m.catalog AND a.engagement = m.engagement
        WHERE m.account = $1 AND m.catalog = $2 AND m.created_at_ms <= $3
            AND (m.created_at_ms, m.engagement, COALESCE(a.resource_id, '')) < ($3, $4, $5)
        """
    private static let order = "ORDER BY m.created_at_ms DESC, m.engagement DESC, COALESCE(a.resource_id, '') DESC"
    private static let selectPage = Statement("\(rows) \(order) LIMIT $6")
    private static let selectPageOfOne = Statement("\(rows) AND m.engagement = $6 \(order) LIMIT $7")

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

    /// What is associated with the engagements that an account is a member of: those of the engagement that was created
    /// last first, and then by the resource's identifier.
    ///
    /// - Parameter engagement: the only one that is asked for, where it is one.
    static func page(
        in transaction: some SQLReading,
        account: String,
        _ catalog: CatalogIdentifier,
        engagement: String?,
        _ walk: PageWalk,
        where isWanted: (EngagementResourceAssociationSummary) -> Bool
    ) throws -> Page<EngagementResourceAssociationSummary> {
        let start = walk.start(or: [.integer(.max), .text(""), .text("")])
        return try walk.page(
            in: transaction,
            engagement == nil ? selectPage : selectPageOfOne,
            [.text(account), .text(catalog.rawValue)] + start + (engagement.map { [.text($0)] } ?? []),
            place: { [.integer($0.integer(0)), .text($0.text(1)), .text($0.optionalText(3) ?? "")] },
            item: { row in
                let association = association(row, catalog)
                return association.map(isWanted) == true ? association : nil
            }
        )
    }

    /// Nil where the engagement has none.
    private static func association(_ row: Row, _ catalog: CatalogIdentifier) -> EngagementResourceAssociationSummary? {
        guard let resource = row.optionalText(3) else { return nil }
        return EngagementResourceAssociationSummary(
            catalog: catalog,
            createdBy: row.text(4),
            engagementId: row.text(1),
            resourceId: resource,
            resourceType: ResourceType(rawValue: row.text(2))
        )
    }
}

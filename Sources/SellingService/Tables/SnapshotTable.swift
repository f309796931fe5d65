import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// A row of snapshots as a whole: whose resource it shows, who makes it, how far it has come.
struct SnapshotSeries: Sendable {
    let subject: SnapshotSubject
    /// The account that owns the resource.
    let owner: String
    let createdBy: String
    let firstCreatedAt: Timestamp
    var lastRevision: Int

    /// Whether a member of the engagement sees it.
    func isVisible(to account: String) -> Bool {
        SnapshotTemplates.audience(of: subject.template)?.includes(account, owner: owner) == true
    }
}

/// Snapshots, each as the document that GetResourceSnapshot answers, and the series they form.
///
/// A revision is inserted and never changed. The series' row says which is the last, so that lists and the next revision
/// cost the same however many there are.
enum SnapshotTable {
    private static let columns =
        "resource_type, resource_id, template, owner, created_by, first_created_at_ms, last_revision, series"
    private static let selectSeries = Statement(
        "SELECT \(columns) FROM resource_snapshot_series WHERE catalog = $1 AND engagement = $2 AND series = $3"
    )
    private static let selectDocument: Statement = """
        SELECT document FROM resource_snapshot
        WHERE catalog = $1 AND engagement = $2 AND series = $3 AND revision = $4
        """
    private static let insertSnapshot: Statement = """
        INSERT INTO resource_snapshot (catalog, engagement, series, revision, document) VALUES ($1, $2, $3, $4, $5)
        """
    private static let upsertSeries: Statement = """
        INSERT INTO resource_snapshot_series
            (catalog, engagement, series, resource_type, resource_id, template, owner, created_by,
             first_created_at_ms, last_revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (catalog, engagement, series) DO UPDATE SET last_revision = excluded.last_revision
        """
    private static let newestFirst = Statement(
        """
        SELECT \(columns) FROM resource_snapshot_series
        WHERE catalog = $1 AND engagement = $2 AND (first_created_at_ms, series) < ($3, $4)
        ORDER BY first_created_at_ms DESC, series DESC LIMIT $5
        """
    )

    private static let selectEngagements: Statement = """
        SELECT engagement FROM resource_snapshot_series
        WHERE catalog = $1 AND resource_type = 'Opportunity' AND resource_id = $2 AND owner = $3
        GROUP BY engagement ORDER BY MIN(first_created_at_ms), engagement LIMIT 100
        """
    private static let selectResource: Statement = """
        SELECT resource_id FROM resource_snapshot_series
        WHERE catalog = $1 AND engagement = $2 AND owner = $3 AND resource_type = 'Opportunity'
        ORDER BY first_created_at_ms, series LIMIT 1
        """

    /// The engagements that an opportunity has snapshots in, the first one first.
    static func engagements(in transaction: some SQLReading, of key: OpportunityKey) throws -> [String] {
        let values: [SQLValue] = [.text(key.catalog.rawValue), .text(key.identifier), .text(key.account)]
        return try transaction.all(selectEngagements, values) { $0.text(0) }
    }

    /// The opportunity of a member's that an engagement had the first snapshot of; nil where it has none.
    static func firstOpportunity(
        in transaction: some SQLReading,
        _ catalog: CatalogIdentifier,
        engagement: String,
        owner: String
    ) throws -> OpportunityKey? {
        let values: [SQLValue] = [.text(catalog.rawValue), .text(engagement), .text(owner)]
        return try transaction.first(selectResource, values) { row in
            OpportunityKey(account: owner, catalog: catalog, identifier: row.text(0))
        }
    }

    static func series(in transaction: some SQLReading, _ subject: SnapshotSubject) throws -> SnapshotSeries? {
        try transaction.first(selectSeries, subject.key) { series($0, subject.catalog, subject.engagement) }
    }

    static func document(
        in transaction: some SQLReading,
        _ subject: SnapshotSubject,
        revision: Int
    ) throws -> [UInt8]? {
        try transaction.first(selectDocument, subject.key + [.integer(Int64(revision))]) { $0.bytes(0) }
    }

    /// Adds the revision that the series counts last.
    ///
    /// The series' row comes first: of two that add at once, PostgreSQL then sends one back to begin again, where a
    /// revision that is there already would end it with an error.
    static func append(in transaction: some SQLWriting, to series: SnapshotSeries, _ document: [UInt8]) throws {
        let subject = series.subject
        let revision = SQLValue.integer(Int64(series.lastRevision))
        try transaction.run(
            upsertSeries,
            subject.key + [
                .text(subject.resourceType.rawValue), .text(subject.resource), .text(subject.template),
                .text(series.owner), .text(series.createdBy),
                .integer(series.firstCreatedAt.millisecondsSinceEpoch), revision,
            ]
        )
        try transaction.run(insertSnapshot, subject.key + [revision, .bytes(document)])
    }

    /// The series of an engagement, the one that began last first. A new revision moves none, so that no page misses one.
    static func page(
        in transaction: some SQLReading,
        catalog: CatalogIdentifier,
        engagement: String,
        after start: PageCursor,
        size: Int,
        where isWanted: (SnapshotSeries) -> Bool
    ) throws -> Page<SnapshotSeries> {
        let walk = IndexWalk(
            statement: newestFirst,
            parameters: [.text(catalog.rawValue), .text(engagement)],
            start: start,
            pageSize: size,
            // What is not for the caller is left out, whatever was asked for.
            takesAll: false
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(5), identifier: $0.text(7)) },
            element: { row in
                let series = series(row, catalog, engagement)
                return isWanted(series) ? series : nil
            }
        )
    }

    private static func series(_ row: Row, _ catalog: CatalogIdentifier, _ engagement: String) -> SnapshotSeries {
        SnapshotSeries(
            subject: SnapshotSubject(
                catalog: catalog,
                engagement: engagement,
                resourceType: ResourceType(rawValue: row.text(0)),
                resource: row.text(1),
                template: row.text(2)
            ),
            owner: row.text(3),
            createdBy: row.text(4),
            firstCreatedAt: Timestamp(millisecondsSinceEpoch: row.integer(5)),
            lastRevision: Int(row.integer(6))
        )
    }
}

extension SnapshotSubject {
    /// The key of its series.
    fileprivate var key: [SQLValue] { [.text(catalog.rawValue), .text(engagement), .text(series)] }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// Whose resource snapshot job, in which catalog, and which.
struct SnapshotJobKey: Sendable {
    let account: String
    let catalog: CatalogIdentifier
    let identifier: String

    fileprivate var values: [SQLValue] { [.text(account), .text(catalog.rawValue), .text(identifier)] }
}

extension SnapshotJobKey {
    /// The job that a caller names: one of the caller's own.
    init(_ call: Call, _ catalog: CatalogIdentifier, _ identifier: String) {
        self.init(account: call.accountIdentifier, catalog: catalog, identifier: identifier)
    }
}

/// Resource snapshot jobs.
enum SnapshotJobTable {
    private static let columns = """
        id, engagement, resource_type, resource_id, template, status, created_at_ms, last_successful_execution_ms
        """
    private static let selectOne = Statement(
        "SELECT \(columns) FROM resource_snapshot_job WHERE account = $1 AND catalog = $2 AND id = $3"
    )
    private static let selectSame = Statement(
        """
        SELECT \(columns) FROM resource_snapshot_job
        WHERE account = $1 AND catalog = $2 AND resource_type = $3 AND resource_id = $4 AND engagement = $5
            AND template = $6
        """
    )
    private static let selectRunning = Statement(
        """
        SELECT \(columns) FROM resource_snapshot_job
        WHERE account = $1 AND catalog = $2 AND resource_type = 'Opportunity' AND resource_id = $3
            AND status = 'Running'
        ORDER BY engagement, template
        """
    )
    private static let insertRow: Statement = """
        INSERT INTO resource_snapshot_job
            (account, catalog, id, engagement, resource_type, resource_id, template, status, created_at_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    private static let updateRow: Statement = """
        UPDATE resource_snapshot_job SET status = $4, last_successful_execution_ms = $5
        WHERE account = $1 AND catalog = $2 AND id = $3
        """
    private static let deleteRow: Statement =
        "DELETE FROM resource_snapshot_job WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let newestFirst = Statement(
        """
        SELECT \(columns) FROM resource_snapshot_job
        WHERE account = $1 AND catalog = $2 AND (created_at_ms, id) < ($3, $4)
        ORDER BY created_at_ms DESC, id DESC LIMIT $5
        """
    )
    private static let oldestFirst = Statement(
        """
        SELECT \(columns) FROM resource_snapshot_job
        WHERE account = $1 AND catalog = $2 AND (created_at_ms, id) > ($3, $4)
        ORDER BY created_at_ms, id LIMIT $5
        """
    )

    static func find(in transaction: some SQLReading, _ key: SnapshotJobKey) throws -> SnapshotJob? {
        try transaction.first(selectOne, key.values) { job($0, key.account, key.catalog) }
    }

    /// The account's job for a subject.
    static func find(
        in transaction: some SQLReading,
        account: String,
        _ subject: SnapshotSubject
    ) throws -> SnapshotJob? {
        let values: [SQLValue] = [
            .text(account), .text(subject.catalog.rawValue), .text(subject.resourceType.rawValue),
            .text(subject.resource), .text(subject.engagement), .text(subject.template),
        ]
        return try transaction.first(selectSame, values) { job($0, account, subject.catalog) }
    }

    /// The running jobs of an opportunity, of which there is one at most for each engagement and template.
    static func running(in transaction: some SQLReading, _ key: OpportunityKey) throws -> [SnapshotJob] {
        let values: [SQLValue] = [.text(key.account), .text(key.catalog.rawValue), .text(key.identifier)]
        return try transaction.all(selectRunning, values) { job($0, key.account, key.catalog) }
    }

    static func insert(in transaction: some SQLWriting, _ job: SnapshotJob) throws {
        try transaction.run(
            insertRow,
            job.key.values + [
                .text(job.subject.engagement), .text(job.subject.resourceType.rawValue), .text(job.subject.resource),
                .text(job.subject.template), .text(job.status.rawValue),
                .integer(job.createdAt.millisecondsSinceEpoch),
            ]
        )
    }

    /// Keeps how a job stands; what it is for never changes.
    static func update(in transaction: some SQLWriting, _ job: SnapshotJob) throws {
        let execution = job.lastSuccessfulExecutionDate?.millisecondsSinceEpoch
        try transaction.run(updateRow, job.key.values + [.text(job.status.rawValue), .optional(execution)])
    }

    static func delete(in transaction: some SQLWriting, _ key: SnapshotJobKey) throws {
        try transaction.run(deleteRow, key.values)
    }

    /// An account's jobs by the date of their creation.
    static func page(
        in transaction: some SQLReading,
        account: String,
        catalog: CatalogIdentifier,
        _ query: SnapshotJobQuery,
        after start: PageCursor,
        size: Int
    ) throws -> Page<SnapshotJob> {
        let walk = IndexWalk(
            statement: query.order == .ascending ? oldestFirst : newestFirst,
            parameters: [.text(account), .text(catalog.rawValue)],
            start: start,
            pageSize: size,
            takesAll: query.takesAll
        )
        return try walk.page(
            in: transaction,
            place: { PageCursor(key: $0.integer(6), identifier: $0.text(0)) },
            element: { row in
                let job = job(row, account, catalog)
                return query.matches(job) ? job : nil
            }
        )
    }

    private static func job(_ row: Row, _ account: String, _ catalog: CatalogIdentifier) -> SnapshotJob {
        SnapshotJob(
            account: account,
            identifier: row.text(0),
            subject: SnapshotSubject(
                catalog: catalog,
                engagement: row.text(1),
                resourceType: ResourceType(rawValue: row.text(2)),
                resource: row.text(3),
                template: row.text(4)
            ),
            createdAt: Timestamp(millisecondsSinceEpoch: row.integer(6)),
            status: ResourceSnapshotJobStatus(rawValue: row.text(5)),
            lastSuccessfulExecutionDate: row.optionalInteger(7).map(Timestamp.init(millisecondsSinceEpoch:))
        )
    }
}

extension SnapshotJob {
    var key: SnapshotJobKey {
        SnapshotJobKey(account: account, catalog: subject.catalog, identifier: identifier)
    }

    /// The opportunity that it takes snapshots of, which is its owner's.
    var opportunity: OpportunityKey {
        OpportunityKey(account: account, catalog: subject.catalog, identifier: subject.resource)
    }
}

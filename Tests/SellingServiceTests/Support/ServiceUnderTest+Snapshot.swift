import AWSJSON
import SellingShapes
import SellingWire
import Store
import Testing

extension ServiceUnderTest {
    static let template = "OpportunitySummaryView"

    /// Takes a snapshot of an opportunity.
    @discardableResult
    func snapshot(
        _ opportunity: String,
        in engagement: String,
        template: String = template,
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        account: String = account
    ) async throws -> CreateResourceSnapshotResponse {
        let request = CreateResourceSnapshotRequest(
            catalog: .sandbox,
            clientToken: token,
            engagementIdentifier: engagement,
            resourceIdentifier: opportunity,
            resourceSnapshotTemplateIdentifier: template,
            resourceType: .opportunity
        )
        return try await call(CreateResourceSnapshot.self, request, account: account)
    }

    /// What GetResourceSnapshot answers.
    func shown(
        _ opportunity: String,
        in engagement: String,
        template: String = template,
        revision: Int? = nil,
        account: String = account
    ) async throws -> GetResourceSnapshotResponse {
        let request = GetResourceSnapshotRequest(
            catalog: .sandbox,
            engagementIdentifier: engagement,
            resourceIdentifier: opportunity,
            resourceSnapshotTemplateIdentifier: template,
            resourceType: .opportunity,
            revision: revision
        )
        return try await call(GetResourceSnapshot.self, request, account: account)
    }

    /// How many revisions the opportunity has; 0 where it has no snapshot.
    func revisions(_ opportunity: String, in engagement: String, account: String = account) async throws -> Int {
        let request = ListResourceSnapshotsRequest(
            catalog: .sandbox,
            engagementIdentifier: engagement,
            resourceIdentifier: opportunity,
            resourceSnapshotTemplateIdentifier: Self.template
        )
        let listed = try await call(ListResourceSnapshots.self, request, account: account).resourceSnapshotSummaries
        return listed.first?.revision ?? 0
    }

    /// Creates a snapshot job; its identifier.
    func createJob(
        _ opportunity: String,
        in engagement: String,
        tags: [SellingShapes.Tag]? = nil,
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        account: String = account
    ) async throws -> String {
        let request = CreateResourceSnapshotJobRequest(
            catalog: .sandbox,
            clientToken: token,
            engagementIdentifier: engagement,
            resourceIdentifier: opportunity,
            resourceSnapshotTemplateIdentifier: Self.template,
            resourceType: .opportunity,
            tags: tags
        )
        return try #require(try await call(CreateResourceSnapshotJob.self, request, account: account).id)
    }

    /// Creates a job and starts it.
    func runningJob(_ opportunity: String, in engagement: String, account: String = account) async throws -> String {
        let job = try await createJob(opportunity, in: engagement, account: account)
        try await start(job, account: account)
        return job
    }

    func job(_ identifier: String, account: String = account) async throws -> GetResourceSnapshotJobResponse {
        let request = GetResourceSnapshotJobRequest(catalog: .sandbox, resourceSnapshotJobIdentifier: identifier)
        return try await call(GetResourceSnapshotJob.self, request, account: account)
    }

    func start(_ job: String, account: String = account) async throws {
        let request = StartResourceSnapshotJobRequest(catalog: .sandbox, resourceSnapshotJobIdentifier: job)
        try await call(StartResourceSnapshotJob.self, request, account: account)
    }

    func stop(_ job: String, account: String = account) async throws {
        let request = StopResourceSnapshotJobRequest(catalog: .sandbox, resourceSnapshotJobIdentifier: job)
        try await call(StopResourceSnapshotJob.self, request, account: account)
    }

    func deleteJob(_ job: String, account: String = account) async throws {
        let request = DeleteResourceSnapshotJobRequest(catalog: .sandbox, resourceSnapshotJobIdentifier: job)
        try await call(DeleteResourceSnapshotJob.self, request, account: account)
    }

    /// The outbox's snapshot events.
    func snapshotEvents() async throws -> [OutboxEvent] {
        try await pendingEvents().map(\.event).filter { $0.detailType == "Engagement Resource Snapshot Created" }
    }

    /// Every row that a request about snapshots could change, as far as a row can be told from another.
    func snapshotRows() async throws -> [String] {
        let documents = [
            "SELECT series || revision, document FROM resource_snapshot ORDER BY catalog, engagement, series, revision",
            "SELECT id, document FROM engagement ORDER BY catalog, id",
        ]
        var rows = try await store.read { transaction in
            try transaction.all("SELECT id || status FROM resource_snapshot_job ORDER BY id") { $0.text(0) }
        }
        for statement in documents {
            rows += try await store.read { transaction in
                try transaction.all(Statement(statement)) { $0.text(0) + String(decoding: $0.bytes(1), as: UTF8.self) }
            }
        }
        for table in ["resource_snapshot_series", "engagement_resource_association", "outbox", "replay_record", "tag"] {
            rows.append("\(table) \(try await count(table))")
        }
        return rows
    }
}

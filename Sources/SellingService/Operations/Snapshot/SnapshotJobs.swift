import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What running snapshot jobs do, in the transaction of the change that they follow.
enum SnapshotJobs {
    /// Lets every running job of an opportunity take a snapshot that shows something new.
    static func opportunityChanged(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ opportunity: GetOpportunityResponse,
        at now: Timestamp,
        _ environment: SellingEnvironment
    ) throws {
        for job in try SnapshotJobTable.running(in: transaction, key) {
            try run(job, in: transaction, opportunity, at: now, environment)
        }
    }

    /// Starts a job; one that runs goes on as it was.
    ///
    /// Undocumented: what a job does first. Members are to see how things stand, not how they stood before.
    static func start(
        _ job: SnapshotJob,
        in transaction: some SQLWriting,
        at now: Timestamp,
        _ environment: SellingEnvironment
    ) throws {
        guard job.status != .running else { return }
        try SnapshotJobTable.update(in: transaction, job.started())
        guard let opportunity = try OpportunityTable.find(in: transaction, job.opportunity) else { return }
        try run(job.started(), in: transaction, opportunity, at: now, environment)
    }

    /// Takes a snapshot where the last one shows something else, or where there is none (`RuleCatalogue.snapshotJobNews`).
    static func run(
        _ job: SnapshotJob,
        in transaction: some SQLWriting,
        _ opportunity: GetOpportunityResponse,
        at now: Timestamp,
        _ environment: SellingEnvironment
    ) throws {
        guard let template = SnapshotTemplates.ofPartners.first(where: { $0.name == job.subject.template }) else {
            throw StoreError.corrupt("the snapshot job \(job.identifier) has the template \(job.subject.template)")
        }
        let snapshots = OpportunitySnapshots(
            environment: environment,
            opportunity: job.opportunity,
            engagement: job.subject.engagement,
            template: template
        )
        guard try snapshots.isOutdated(in: transaction, opportunity) else { return }
        _ = try snapshots.take(in: transaction, opportunity, at: now)
        try SnapshotJobTable.update(in: transaction, job.executed(at: now))
    }
}

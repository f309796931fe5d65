import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Starts a snapshot job of the caller's; one that runs goes on as it was.
struct StartResourceSnapshotJobOperation: Operation {
    typealias Contract = StartResourceSnapshotJob

    let environment: SellingEnvironment

    func run(_ input: StartResourceSnapshotJobRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = SnapshotJobKey(call, input.catalog, input.resourceSnapshotJobIdentifier)
        let now = environment.now()
        try await environment.store.write { transaction in
            guard let job = try SnapshotJobTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.snapshotJobNotFound(key.identifier))
            }
            guard job.status != .running else { return }
            try SnapshotJobTable.update(in: transaction, job.started())
            // Undocumented: what a job does first. Members are to see how things stand, not how they stood before.
            guard let opportunity = try OpportunityTable.find(in: transaction, job.opportunity) else { return }
            try SnapshotJobs.run(job.started(), in: transaction, opportunity, at: now, environment)
        }
        return .value(NoOutput())
    }
}

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
            try SnapshotJobs.start(job, in: transaction, at: now, environment)
        }
        return .value(NoOutput())
    }
}

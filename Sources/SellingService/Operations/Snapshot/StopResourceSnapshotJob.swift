import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Stops a snapshot job of the caller's; one that is stopped stays so.
struct StopResourceSnapshotJobOperation: Operation {
    typealias Contract = StopResourceSnapshotJob

    let environment: SellingEnvironment

    func run(_ input: StopResourceSnapshotJobRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = SnapshotJobKey(call, input.catalog, input.resourceSnapshotJobIdentifier)
        try await environment.store.write { transaction in
            guard let job = try SnapshotJobTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.snapshotJobNotFound(key.identifier))
            }
            guard job.status != .stopped else { return }
            try SnapshotJobTable.update(in: transaction, job.stopped())
        }
        return .value(NoOutput())
    }
}

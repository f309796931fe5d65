import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Deletes a snapshot job of the caller's that is stopped, with its tags. The snapshots that it took stay.
struct DeleteResourceSnapshotJobOperation: Operation {
    typealias Contract = DeleteResourceSnapshotJob

    let environment: SellingEnvironment

    func run(_ input: DeleteResourceSnapshotJobRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = SnapshotJobKey(call, input.catalog, input.resourceSnapshotJobIdentifier)
        let arn = environment.snapshotJobARN(key)
        try await environment.store.write { transaction in
            guard let job = try SnapshotJobTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.snapshotJobNotFound(key.identifier))
            }
            if let conflict = job.deletionConflict { throw Contract.Failure.refused(conflict) }
            try SnapshotJobTable.delete(in: transaction, key)
            try TagTable.removeAll(in: transaction, account: key.account, arn: arn)
        }
        return .value(NoOutput())
    }
}

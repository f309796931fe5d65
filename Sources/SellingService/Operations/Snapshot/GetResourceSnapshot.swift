import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers a snapshot, the last one unless another revision is asked for, to a member of the engagement whom it is for.
struct GetResourceSnapshotOperation: Operation {
    typealias Contract = GetResourceSnapshot

    let environment: SellingEnvironment

    func run(_ input: GetResourceSnapshotRequest, for call: Call) async throws -> Answer<GetResourceSnapshotResponse> {
        let subject = SnapshotSubject(
            catalog: input.catalog,
            engagement: input.engagementIdentifier,
            resourceType: input.resourceType,
            resource: input.resourceIdentifier,
            template: input.resourceSnapshotTemplateIdentifier
        )
        let named = NamedEngagement(input.engagementIdentifier, in: input.catalog, for: call, environment)
        let document = try await environment.store.read { transaction -> [UInt8]? in
            guard try named.memberIdentifier(in: transaction) != nil,
                let series = try SnapshotTable.series(in: transaction, subject),
                series.isVisible(to: call.accountIdentifier)
            else { return nil }
            return try SnapshotTable.document(
                in: transaction,
                subject,
                revision: input.revision ?? series.lastRevision
            )
        }
        guard let document else {
            throw Contract.Failure.refused(.snapshotNotFound(subject, revision: input.revision))
        }
        return .stored(document)
    }
}

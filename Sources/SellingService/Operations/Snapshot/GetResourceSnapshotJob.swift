import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers a snapshot job of the caller's.
struct GetResourceSnapshotJobOperation: Operation {
    typealias Contract = GetResourceSnapshotJob

    let environment: SellingEnvironment

    func run(
        _ input: GetResourceSnapshotJobRequest,
        for call: Call
    ) async throws -> Answer<GetResourceSnapshotJobResponse> {
        let key = SnapshotJobKey(call, input.catalog, input.resourceSnapshotJobIdentifier)
        guard let job = try await environment.store.read({ try SnapshotJobTable.find(in: $0, key) }) else {
            throw Contract.Failure.refused(.snapshotJobNotFound(key.identifier))
        }
        return .value(
            // A job's work is a part of the change that it follows, so that it never fails alone: no LastFailure.
            GetResourceSnapshotJobResponse(
                arn: environment.snapshotJobARN(key),
                catalog: key.catalog,
                createdAt: job.createdAt,
                engagementId: job.subject.engagement,
                id: job.identifier,
                lastSuccessfulExecutionDate: job.lastSuccessfulExecutionDate,
                resourceArn: environment.opportunityARN(key.catalog, account: key.account, job.subject.resource),
                resourceId: job.subject.resource,
                resourceSnapshotTemplateName: job.subject.template,
                resourceType: job.subject.resourceType,
                status: job.status
            )
        )
    }
}

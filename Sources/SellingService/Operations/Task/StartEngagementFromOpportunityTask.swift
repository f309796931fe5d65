import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Starts to submit an opportunity of the caller's to AWS, who is invited to an engagement about it.
struct StartEngagementFromOpportunityTaskOperation: Operation {
    typealias Contract = StartEngagementFromOpportunityTask

    let environment: SellingEnvironment

    func run(
        _ input: StartEngagementFromOpportunityTaskRequest,
        for call: Call
    ) async throws -> Answer<StartEngagementFromOpportunityTaskResponse> {
        let repetitions = TagRules.repetitions(input.tags ?? [])
        guard repetitions.isEmpty else { throw Contract.Failure.refused(.violations(repetitions)) }
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.identifier
        )
        let start = TaskStart<Contract>(
            environment: environment,
            idempotent: IdempotentCall(Contract.self, input, catalog: input.catalog, call),
            task: environment.newTask(
                .engagementFromOpportunity,
                input.catalog,
                call,
                given: TaskProducts(opportunity: input.identifier)
            ),
            document: input.encoded()
        )
        let task = try await start.run { transaction in
            guard try OpportunityTable.document(in: transaction, key) != nil else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "identifier"))
            }
        }
        return .value(environment.response(task), remarks: task.remarks)
    }
}

extension SellingEnvironment {
    fileprivate func response(_ task: SellingTask) -> StartEngagementFromOpportunityTaskResponse {
        StartEngagementFromOpportunityTaskResponse(
            engagementId: task.products.engagement,
            engagementInvitationId: task.products.invitation,
            message: task.failure?.message,
            opportunityId: task.products.opportunity,
            reasonCode: task.failure?.reason,
            resourceSnapshotJobId: task.products.snapshotJob,
            startTime: task.startedAt,
            taskArn: taskARN(task),
            taskId: task.identifier,
            taskStatus: task.status
        )
    }
}

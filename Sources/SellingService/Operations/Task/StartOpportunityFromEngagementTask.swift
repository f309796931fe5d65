import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Starts to make an opportunity of a lead, in an engagement that the caller is a member of.
struct StartOpportunityFromEngagementTaskOperation: Operation {
    typealias Contract = StartOpportunityFromEngagementTask

    let environment: SellingEnvironment

    func run(
        _ input: StartOpportunityFromEngagementTaskRequest,
        for call: Call
    ) async throws -> Answer<StartOpportunityFromEngagementTaskResponse> {
        let repetitions = TagRules.repetitions(input.tags ?? [])
        guard repetitions.isEmpty else { throw Contract.Failure.refused(.violations(repetitions)) }
        let named = NamedEngagement(input.identifier, in: input.catalog, for: call, environment)
        let start = TaskStart<Contract>(
            environment: environment,
            idempotent: IdempotentCall(Contract.self, input, catalog: input.catalog, call),
            task: environment.newTask(
                .opportunityFromEngagement,
                input.catalog,
                call,
                given: TaskProducts(engagement: named.identifier)
            ),
            document: input.encoded()
        )
        let task = try await start.run { transaction in
            guard try named.memberIdentifier(in: transaction) != nil else {
                throw Contract.Failure.refused(.engagementNotFound(input.identifier, as: "identifier"))
            }
        }
        return .value(environment.response(task), remarks: task.remarks)
    }
}

extension SellingEnvironment {
    fileprivate func response(_ task: SellingTask) -> StartOpportunityFromEngagementTaskResponse {
        StartOpportunityFromEngagementTaskResponse(
            contextId: task.products.context,
            engagementId: task.products.engagement,
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

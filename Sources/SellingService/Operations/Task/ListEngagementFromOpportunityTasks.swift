import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's submissions of opportunities by task, in pages.
struct ListEngagementFromOpportunityTasksOperation: Operation {
    typealias Contract = ListEngagementFromOpportunityTasks

    let environment: SellingEnvironment

    func run(
        _ input: ListEngagementFromOpportunityTasksRequest,
        for call: Call
    ) async throws -> Answer<ListEngagementFromOpportunityTasksResponse> {
        var query = TaskQuery(.engagementFromOpportunity, input.sort)
        query.identifiers = environment.taskIdentifiers(input.taskIdentifier, in: input.catalog, query.kind)
        query.statuses = input.taskStatus
        query.opportunities = input.opportunityIdentifier.map(Set.init)
        query.engagements = environment.engagementIdentifiers(input.engagementIdentifier, in: input.catalog)
        let paged = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let page = try await environment.taskPage(query, input.catalog, input.maxResults, paged, call)
        return .value(
            ListEngagementFromOpportunityTasksResponse(
                nextToken: page.end.map(paged.token(after:)),
                taskSummaries: page.elements.map(summary)
            )
        )
    }

    private func summary(_ task: SellingTask) -> ListEngagementFromOpportunityTaskSummary {
        ListEngagementFromOpportunityTaskSummary(
            engagementId: task.products.engagement,
            engagementInvitationId: task.products.invitation,
            message: task.failure?.message,
            opportunityId: task.products.opportunity,
            reasonCode: task.failure?.reason,
            resourceSnapshotJobId: task.products.snapshotJob,
            startTime: task.startedAt,
            taskArn: environment.taskARN(task),
            taskId: task.identifier,
            taskStatus: task.status
        )
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's conversions of leads by task, in pages.
struct ListOpportunityFromEngagementTasksOperation: Operation {
    typealias Contract = ListOpportunityFromEngagementTasks

    let environment: SellingEnvironment

    func run(
        _ input: ListOpportunityFromEngagementTasksRequest,
        for call: Call
    ) async throws -> Answer<ListOpportunityFromEngagementTasksResponse> {
        var query = TaskQuery(.opportunityFromEngagement, input.sort)
        query.identifiers = environment.taskIdentifiers(input.taskIdentifier, in: input.catalog, query.kind)
        query.statuses = input.taskStatus
        query.opportunities = input.opportunityIdentifier.map(Set.init)
        query.engagements = environment.engagementIdentifiers(input.engagementIdentifier, in: input.catalog)
        // The context that the task added, as the summaries show it.
        query.contexts = input.contextIdentifier.map(Set.init)
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
            ListOpportunityFromEngagementTasksResponse(
                nextToken: page.end.map(paged.token(after:)),
                taskSummaries: page.elements.map(summary)
            )
        )
    }

    private func summary(_ task: SellingTask) -> ListOpportunityFromEngagementTaskSummary {
        ListOpportunityFromEngagementTaskSummary(
            contextId: task.products.context,
            engagementId: task.products.engagement,
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

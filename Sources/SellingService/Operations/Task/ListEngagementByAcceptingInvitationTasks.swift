import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's acceptances of invitations by task, in pages.
struct ListEngagementByAcceptingInvitationTasksOperation: Operation {
    typealias Contract = ListEngagementByAcceptingInvitationTasks

    let environment: SellingEnvironment

    func run(
        _ input: ListEngagementByAcceptingInvitationTasksRequest,
        for call: Call
    ) async throws -> Answer<ListEngagementByAcceptingInvitationTasksResponse> {
        var query = TaskQuery(.engagementByAcceptingInvitation, input.sort)
        query.identifiers = environment.taskIdentifiers(input.taskIdentifier, in: input.catalog, query.kind)
        query.statuses = input.taskStatus
        query.opportunities = input.opportunityIdentifier.map(Set.init)
        query.invitations = input.engagementInvitationIdentifier.map { named in
            Set(named.compactMap { environment.invitationIdentifier($0, in: input.catalog) })
        }
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
            ListEngagementByAcceptingInvitationTasksResponse(
                nextToken: page.end.map(paged.token(after:)),
                taskSummaries: page.elements.map(summary)
            )
        )
    }

    private func summary(_ task: SellingTask) -> ListEngagementByAcceptingInvitationTaskSummary {
        ListEngagementByAcceptingInvitationTaskSummary(
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

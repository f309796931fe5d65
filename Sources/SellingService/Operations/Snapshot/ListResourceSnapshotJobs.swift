import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's snapshot jobs, in pages.
struct ListResourceSnapshotJobsOperation: Operation {
    typealias Contract = ListResourceSnapshotJobs

    let environment: SellingEnvironment

    /// By the operation page. A trait of the Smithy model says 100; the smaller one surprises nobody.
    private static let defaultPageSize = 50

    func run(
        _ input: ListResourceSnapshotJobsRequest,
        for call: Call
    ) async throws -> Answer<ListResourceSnapshotJobsResponse> {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        let walk = try PageWalk(
            Contract.self,
            question,
            size: input.maxResults ?? Self.defaultPageSize,
            after: input.nextToken,
            isFiltered: input.engagementIdentifier != nil || input.status != nil,
            call,
            environment
        )
        let page = try await environment.store.read { transaction in
            try SnapshotJobTable.page(
                in: transaction,
                account: call.accountIdentifier,
                input.catalog,
                // Newest first (operation page), also where only SortBy is sent.
                input.sort?.sortOrder ?? .descending,
                walk,
                where: input.asksFor
            )
        }
        return .value(
            ListResourceSnapshotJobsResponse(
                nextToken: page.nextToken,
                resourceSnapshotJobSummaries: page.items.map { job in
                    ResourceSnapshotJobSummary(
                        arn: environment.snapshotJobARN(job.key),
                        engagementId: job.subject.engagement,
                        id: job.identifier,
                        status: job.status
                    )
                }
            )
        )
    }
}

extension ListResourceSnapshotJobsRequest {
    /// Whether every filter that is there lets the job pass.
    fileprivate func asksFor(_ job: SnapshotJob) -> Bool {
        (engagementIdentifier == nil || engagementIdentifier == job.subject.engagement)
            && (status == nil || status == job.status)
    }
}

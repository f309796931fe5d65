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
        let query = SnapshotJobQuery(input)
        let paged = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let start = try paged.start(query.order)
        let page = try await environment.store.read { transaction in
            try SnapshotJobTable.page(
                in: transaction,
                account: call.accountIdentifier,
                catalog: input.catalog,
                query,
                after: start,
                size: input.maxResults ?? Self.defaultPageSize
            )
        }
        return .value(
            ListResourceSnapshotJobsResponse(
                nextToken: page.end.map(paged.token(after:)),
                resourceSnapshotJobSummaries: page.elements.map { job in
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

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the engagements that the caller is a member of, in pages.
struct ListEngagementsOperation: Operation {
    typealias Contract = ListEngagements

    let environment: SellingEnvironment

    /// By the operation page.
    private static let defaultPageSize = 20

    func run(_ input: ListEngagementsRequest, for call: Call) async throws -> Answer<ListEngagementsResponse> {
        let query = EngagementQuery(input)
        let paged = PagedQuestion(Contract.name, call, Self.question(input), environment)
        let start = try Self.start(input, query, paged)
        let size = input.maxResults ?? Self.defaultPageSize
        let account = call.accountIdentifier
        let named = input.engagementIdentifier.map { named in
            Set(named.compactMap { environment.engagementIdentifier($0, in: input.catalog) })
        }
        let page = try await environment.store.read { transaction in
            guard let named else {
                return try EngagementTable.page(
                    in: transaction,
                    account: account,
                    catalog: input.catalog,
                    query,
                    after: start,
                    size: size
                )
            }
            return try EngagementTable.page(
                in: transaction,
                account: account,
                catalog: input.catalog,
                query,
                among: named,
                after: start,
                size: size
            )
        }
        return .value(
            ListEngagementsResponse(
                engagementSummaryList: page.elements,
                nextToken: page.end.map(paged.token(after:))
            )
        )
    }

    private static func start(
        _ input: ListEngagementsRequest,
        _ query: EngagementQuery,
        _ paged: PagedQuestion
    ) throws -> PageCursor {
        guard let token = input.nextToken else { return .start(query.order) }
        guard let cursor = paged.cursor(in: token) else {
            throw Contract.Failure.refused(.violations([.pageToken(token)]))
        }
        return cursor
    }

    private static func question(_ input: ListEngagementsRequest) -> ListEngagementsRequest {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        return question
    }
}

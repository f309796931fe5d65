import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Lists the invitations that the caller sent, or those that it received, in pages.
struct ListEngagementInvitationsOperation: Operation {
    typealias Contract = ListEngagementInvitations

    let environment: SellingEnvironment

    /// Undocumented: the model has no default; this is that of ListEngagements.
    private static let defaultPageSize = 20

    func run(
        _ input: ListEngagementInvitationsRequest,
        for call: Call
    ) async throws -> Answer<ListEngagementInvitationsResponse> {
        let now = environment.now()
        let query = query(input, at: now)
        let paged = PagedQuestion(Contract.name, call, Self.question(input), environment)
        let start = try Self.start(input, query, paged)
        let page = try await environment.store.read { transaction in
            try InvitationTable.page(
                in: transaction,
                account: call.accountIdentifier,
                catalog: input.catalog,
                query,
                at: now,
                after: start,
                size: input.maxResults ?? Self.defaultPageSize
            )
        }
        return .value(
            ListEngagementInvitationsResponse(
                engagementInvitationSummaries: page.elements,
                nextToken: page.end.map(paged.token(after:))
            )
        )
    }

    private func query(_ input: ListEngagementInvitationsRequest, at now: Timestamp) -> InvitationQuery {
        let named = input.engagementIdentifier.map { named in
            named.compactMap { environment.engagementIdentifier($0, in: input.catalog) }
        }
        return InvitationQuery(input, engagements: named, at: now)
    }

    private static func start(
        _ input: ListEngagementInvitationsRequest,
        _ query: InvitationQuery,
        _ paged: PagedQuestion
    ) throws -> PageCursor {
        guard let token = input.nextToken else { return .start(query.order) }
        guard let cursor = paged.cursor(in: token) else {
            throw Contract.Failure.refused(.violations([.pageToken(token)]))
        }
        return cursor
    }

    private static func question(_ input: ListEngagementInvitationsRequest) -> ListEngagementInvitationsRequest {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        return question
    }
}

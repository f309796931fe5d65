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
}

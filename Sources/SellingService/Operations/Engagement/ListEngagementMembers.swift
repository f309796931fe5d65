import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the members of an engagement that the caller is a member of, in the order in which they joined.
struct ListEngagementMembersOperation: Operation {
    typealias Contract = ListEngagementMembers

    let environment: SellingEnvironment

    /// By the operation page.
    private static let defaultPageSize = 5

    func run(
        _ input: ListEngagementMembersRequest,
        for call: Call
    ) async throws -> Answer<ListEngagementMembersResponse> {
        let paged = PagedQuestion(Contract.name, call, Self.question(input), environment)
        let first = try input.nextToken.map { token in
            // Nobody leaves an engagement, so that a member's place in the order stays.
            guard let cursor = paged.cursor(in: token), let shown = Int(exactly: cursor.key), shown >= 0 else {
                throw Contract.Failure.refused(.violations([.pageToken(token)]))
            }
            return shown
        }
        let named = NamedEngagement(input.identifier, in: input.catalog, for: call, environment)
        let members = try await environment.store.read { transaction in
            try named.memberIdentifier(in: transaction).map {
                try Engagement.companies(in: transaction, catalog: named.catalog, identifier: $0)
            }
        }
        guard let members else {
            throw Contract.Failure.refused(.engagementNotFound(input.identifier, as: "identifier"))
        }
        let rest = members.dropFirst(first ?? 0)
        let page = rest.prefix(input.maxResults ?? Self.defaultPageSize)
        return .value(
            ListEngagementMembersResponse(
                engagementMemberList: page.map(Self.member),
                nextToken: page.count < rest.count
                    ? paged.token(after: PageCursor(key: Int64(page.endIndex), identifier: "")) : nil
            )
        )
    }

    private static func member(_ company: Company) -> EngagementMember {
        EngagementMember(
            accountId: company.accountIdentifier,
            companyName: company.name,
            websiteUrl: company.websiteURL
        )
    }

    private static func question(_ input: ListEngagementMembersRequest) -> ListEngagementMembersRequest {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        return question
    }
}

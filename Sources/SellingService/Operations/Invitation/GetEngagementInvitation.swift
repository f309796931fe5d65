import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers an invitation that the caller sent or received, as far as the caller may see it.
struct GetEngagementInvitationOperation: Operation {
    typealias Contract = GetEngagementInvitation

    let environment: SellingEnvironment

    func run(
        _ input: GetEngagementInvitationRequest,
        for call: Call
    ) async throws -> Answer<GetEngagementInvitationResponse> {
        let named = NamedInvitation(input.identifier, in: input.catalog, for: call, environment)
        let view = try await environment.store.read { transaction -> GetEngagementInvitationResponse? in
            guard let invitation = try named.find(in: transaction) else { return nil }
            let members = try Engagement.companies(
                in: transaction,
                catalog: named.catalog,
                identifier: invitation.engagementIdentifier
            )
            return invitation.view(for: named.account, members: members, at: named.now)
        }
        guard let view else { throw Contract.Failure.refused(.invitationNotFound(input.identifier)) }
        return .value(view)
    }
}

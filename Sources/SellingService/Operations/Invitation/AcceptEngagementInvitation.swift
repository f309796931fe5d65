import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Accepts an invitation that the caller received: the caller becomes a member of the engagement, and no opportunity is
/// made.
struct AcceptEngagementInvitationOperation: Operation {
    typealias Contract = AcceptEngagementInvitation

    let environment: SellingEnvironment

    func run(_ input: AcceptEngagementInvitationRequest, for call: Call) async throws -> Answer<NoOutput> {
        let named = NamedInvitation(input.identifier, in: input.catalog, for: call, environment)
        try await environment.store.write { transaction in
            guard let invitation = try named.find(in: transaction) else {
                throw Contract.Failure.refused(.invitationNotFound(input.identifier))
            }
            let violations = invitation.answerViolations(by: named.account)
            guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
            if let conflict = invitation.answerConflict(at: named.now) { throw Contract.Failure.refused(conflict) }
            try invitation.accept(in: transaction, at: named.now)
            try invitation.withdrawReferral(in: transaction)
        }
        return .value(NoOutput())
    }
}

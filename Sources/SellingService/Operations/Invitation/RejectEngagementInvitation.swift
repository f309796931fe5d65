import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Rejects an invitation that the caller received. The reason is optional, and any text that the model lets pass.
struct RejectEngagementInvitationOperation: Operation {
    typealias Contract = RejectEngagementInvitation

    let environment: SellingEnvironment

    func run(_ input: RejectEngagementInvitationRequest, for call: Call) async throws -> Answer<NoOutput> {
        let named = NamedInvitation(input.identifier, in: input.catalog, for: call, environment)
        try await environment.store.write { transaction in
            guard let invitation = try named.find(in: transaction) else {
                throw Contract.Failure.refused(.invitationNotFound(input.identifier))
            }
            let violations = invitation.answerViolations(by: named.account)
            guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
            if let conflict = invitation.answerConflict(at: named.now) { throw Contract.Failure.refused(conflict) }
            try invitation.reject(in: transaction, for: input.rejectionReason, at: named.now)
        }
        return .value(NoOutput())
    }
}

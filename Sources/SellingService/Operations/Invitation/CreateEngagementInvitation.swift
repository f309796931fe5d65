import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Invites an account to an engagement that the caller is a member of.
struct CreateEngagementInvitationOperation: Operation {
    typealias Contract = CreateEngagementInvitation

    let environment: SellingEnvironment

    func run(
        _ input: CreateEngagementInvitationRequest,
        for call: Call
    ) async throws -> Answer<CreateEngagementInvitationResponse> {
        let violations = invitationViolations(input.invitation, by: call.accountIdentifier, in: input.catalog)
        guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
        let named = NamedEngagement(input.engagementIdentifier, in: input.catalog, for: call, environment)
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        let facts = facts(in: input.catalog)
        let answer = try await environment.store.write { transaction in
            if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
            guard let engagement = try named.find(in: transaction) else {
                throw Contract.Failure.refused(
                    .engagementNotFound(input.engagementIdentifier, as: "engagementIdentifier")
                )
            }
            let sender = try CompanyTable.find(in: transaction, account: call.accountIdentifier)
            let invitation = EngagementInvitation(to: engagement, by: sender, input.invitation, facts)
            let participation = try EngagementInvitation.participation(in: transaction, engagement, at: facts.now)
            if let conflict = participation.conflict(inviting: invitation.receiverAccount) {
                throw Contract.Failure.refused(conflict)
            }
            if let excess = participation.excess { throw Contract.Failure.refused(excess) }
            try invitation.send(in: transaction)
            return try idempotent.record(
                in: transaction,
                CreateEngagementInvitationResponse(arn: invitation.arn, id: invitation.identifier)
            )
        }
        return .stored(answer)
    }

    private func facts(in catalog: CatalogIdentifier) -> NewInvitationFacts {
        let identifier = environment.newInvitationIdentifier()
        return NewInvitationFacts(
            identifier: identifier,
            arn: environment.invitationARN(catalog, identifier),
            now: environment.now()
        )
    }
}

import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// An opportunity that AWS refers to a partner, with the engagement about it and the invitation to that.
struct AWSReferral: Sendable {
    let key: OpportunityKey
    let opportunity: GetOpportunityResponse
    let engagement: NewEngagementFacts
    let invitation: NewInvitationFacts

    /// - Parameter opportunity: as the partner will have it, in its account and by its identifier.
    init(_ key: OpportunityKey, _ opportunity: GetOpportunityResponse, _ facts: AWSReferralFacts) {
        self.key = key
        self.opportunity = opportunity
        engagement = facts.engagement
        invitation = facts.invitation
    }

    /// Keeps all three, in one transaction. The partner hears of the invitation, and of nothing else.
    @discardableResult
    func send(in transaction: some SQLWriting) throws -> EngagementInvitation {
        let engagement = Engagement(for: opportunity, engagement)
        try engagement.insert(in: transaction)
        let receiver = try CompanyTable.find(in: transaction, account: key.account)
        let invitation = EngagementInvitation(
            to: engagement,
            by: .aws,
            Invitation(ofReferral: opportunity, to: receiver),
            invitation
        )
        try invitation.send(in: transaction)
        try AWSReferralTable.insert(in: transaction, key, opportunity, invitation: invitation.identifier)
        return invitation
    }
}

/// What a referral is given from outside, drawn once.
struct AWSReferralFacts: Sendable {
    let engagement: NewEngagementFacts
    let invitation: NewInvitationFacts
}

extension SellingEnvironment {
    func referralFacts(in catalog: CatalogIdentifier, at now: Timestamp) -> AWSReferralFacts {
        let engagement = newEngagementIdentifier()
        let invitation = newInvitationIdentifier()
        return AWSReferralFacts(
            engagement: NewEngagementFacts(
                identifier: engagement,
                arn: engagementARN(catalog, engagement),
                now: now,
                creator: Company.aws.accountIdentifier
            ),
            invitation: NewInvitationFacts(
                identifier: invitation,
                arn: invitationARN(catalog, invitation),
                now: now
            )
        )
    }
}

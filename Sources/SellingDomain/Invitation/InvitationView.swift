public import SellingShapes
public import SmithyTypes

extension EngagementInvitation {
    /// What GetEngagementInvitation answers to an account; nil where the account must not know of the invitation.
    ///
    /// - Parameter members: of the engagement as it is now.
    public func view(for account: String, members: [Company], at now: Timestamp) -> GetEngagementInvitationResponse? {
        let status = status(at: now)
        let sight = SightTable.ofInvitation(standing(of: account), status)
        guard sight != .nothing else { return nil }
        var view = document
        view.status = status
        view.existingMembers = members.map { EngagementMemberSummary(companyName: $0.name, websiteUrl: $0.websiteURL) }
        if sight == .withoutPayload { view.payload = nil }
        return view
    }

    /// What ListEngagementInvitations shows of it to one side.
    public func summary(for participant: ParticipantType, at now: Timestamp) -> EngagementInvitationSummary {
        EngagementInvitationSummary(
            arn: arn,
            catalog: catalog,
            engagementId: engagementIdentifier,
            engagementTitle: engagementTitle,
            expirationDate: expiresAt,
            id: identifier,
            invitationDate: invitedAt,
            participantType: participant,
            payloadType: payloadType,
            receiver: .account(receiver),
            senderAwsAccountId: senderAccount,
            senderCompanyName: senderCompanyName,
            status: status(at: now)
        )
    }
}

public import SellingShapes
public import SmithyTypes

/// What is wrong with an invitation whatever the engagement is.
///
/// That PayloadType matches the payload needs no rule: the model has no such member in the request, only its payload.
public func invitationViolations(
    _ invitation: Invitation,
    by sender: String,
    in catalog: CatalogIdentifier
) -> [RuleViolation] {
    [selfViolation(invitation, sender), leadViolation(invitation, sender, catalog)].compactMap { $0 }
}

private func selfViolation(_ invitation: Invitation, _ sender: String) -> RuleViolation? {
    guard invitation.receiver.accountReceiver.awsAccountId == sender else { return nil }
    return RuleViolation(
        RuleCatalogue.invitationOfOneself,
        "invitation.receiver.account.awsAccountId",
        .invalidValue,
        "An account cannot invite itself.",
        offendingValue: sender,
        wouldPass: "the account of another partner, or aws"
    )
}

private func leadViolation(
    _ invitation: Invitation,
    _ sender: String,
    _ catalog: CatalogIdentifier
) -> RuleViolation? {
    guard case .leadInvitation = invitation.payload, catalog == .aws,
        sender != Company.aws.accountIdentifier
    else { return nil }
    return RuleViolation(
        RuleCatalogue.leadInvitationSender,
        "invitation.payload",
        .actionNotPermitted,
        "In catalog AWS only AWS sends a LeadInvitation.",
        offendingValue: EngagementInvitationPayloadType.leadInvitation.rawValue,
        wouldPass: "an OpportunityInvitation, or catalog Sandbox"
    )
}

/// Who is in an engagement and who is invited to it, as far as another invitation must know.
public struct Participation: Sendable {
    /// The engagement of the developer guide: ten partners.
    public static let mostMembers = 10
    /// All but the one who made it.
    public static let mostInvitees = 9

    private let members: Set<String>
    private let pending: Set<String>
    private let inviteeCount: Int

    /// - Parameter invitations: all those of the engagement that are PENDING or ACCEPTED as written; what has run out by
    ///   `now` counts no more.
    public init(members: [String], invitations: [EngagementInvitation], at now: Timestamp) {
        self.members = Set(members)
        pending = Set(invitations.filter { $0.status(at: now) == .pending }.map(\.receiverAccount))
        inviteeCount = invitations.count { [.pending, .accepted].contains($0.status(at: now)) }
    }

    /// Whether an account is in the engagement.
    public func isMember(_ account: String) -> Bool { members.contains(account) }

    /// Why an account cannot be invited again; nil where it can be.
    public func conflict(inviting receiver: String) -> Conflict? {
        if members.contains(receiver) {
            return Conflict(RuleCatalogue.invitationOnce, "The account \(receiver) is a member of the engagement.")
        }
        guard pending.contains(receiver) else { return nil }
        return Conflict(
            RuleCatalogue.invitationOnce,
            "The account \(receiver) has an invitation to the engagement that it has not answered."
        )
    }

    /// Why nobody more can be invited; nil where somebody can be.
    public var excess: ExceededQuota? {
        if inviteeCount >= Self.mostInvitees {
            return ExceededQuota(
                RuleCatalogue.inviteeLimit,
                "The engagement has \(inviteeCount) invitations that are pending or accepted and can have "
                    + "\(Self.mostInvitees)."
            )
        }
        guard members.count + pending.count >= Self.mostMembers else { return nil }
        return ExceededQuota(
            RuleCatalogue.memberLimit,
            "The engagement has \(members.count) members and \(pending.count) pending invitations and can have "
                + "\(Self.mostMembers) members."
        )
    }
}

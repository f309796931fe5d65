import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What becomes of an invitation, with what follows from it, inside a transaction.
extension EngagementInvitation {
    /// Who is in an engagement and who is invited to it now, for the decision whether another account can be.
    static func participation(
        in transaction: some SQLReading,
        _ engagement: Engagement,
        at now: Timestamp
    ) throws -> Participation {
        let (catalog, identifier) = (engagement.catalog, engagement.identifier)
        return Participation(
            members: try EngagementTable.members(in: transaction, catalog: catalog, identifier: identifier),
            invitations: try InvitationTable.open(in: transaction, catalog: catalog, engagement: identifier),
            at: now
        )
    }

    /// The invitation to an engagement that an account has not answered; nil where there is none.
    static func pending(
        of account: String,
        in transaction: some SQLReading,
        _ engagement: Engagement,
        at now: Timestamp
    ) throws -> EngagementInvitation? {
        try InvitationTable.open(in: transaction, catalog: engagement.catalog, engagement: engagement.identifier)
            .first { $0.receiverAccount == account && $0.status(at: now) == .pending }
    }

    /// Keeps a new invitation, and tells both sides.
    func send(in transaction: some SQLWriting) throws {
        try InvitationTable.insert(in: transaction, self)
        try InvitationEvent.append(.created, self, in: transaction, at: invitedAt)
    }

    /// Accepts: the receiver becomes a member. Ask `answerConflict` first.
    func accept(in transaction: some SQLWriting, at now: Timestamp) throws {
        let changed = accepted()
        try InvitationTable.update(in: transaction, changed)
        try InvitationEvent.append(.accepted, changed, in: transaction, at: now)
        guard
            let engagement = try EngagementTable.find(
                in: transaction,
                catalog: catalog,
                identifier: engagementIdentifier
            )
        else { throw StoreError.corrupt("the invitation \(identifier) is to no engagement") }
        let joined = engagement.joined(by: receiverAccount, at: now)
        try EngagementTable.update(in: transaction, joined)
        try EngagementTable.addMember(in: transaction, joined, account: receiverAccount, at: now)
        try EngagementMemberAdded(
            engagement: joined,
            member: CompanyTable.find(in: transaction, account: receiverAccount)
        ).append(
            in: transaction,
            to: EngagementTable.members(in: transaction, catalog: catalog, identifier: engagementIdentifier),
            at: joined.modifiedAt
        )
    }

    /// Rejects. Ask `answerConflict` first.
    func reject(in transaction: some SQLWriting, for reason: String?, at now: Timestamp) throws {
        let changed = rejected(for: reason)
        try InvitationTable.update(in: transaction, changed)
        try withdrawReferral(in: transaction)
        try InvitationEvent.append(.rejected, changed, in: transaction, at: now)
    }

    /// Writes that the invitation ran out, where it did; told as of the moment at which that happened.
    func expire(in transaction: some SQLWriting, at now: Timestamp) throws {
        guard let changed = expired(at: now) else { return }
        try InvitationTable.update(in: transaction, changed)
        try withdrawReferral(in: transaction)
        try InvitationEvent.append(.expired, changed, in: transaction, at: expiresAt)
    }

    /// Takes AWS's referral back, where the invitation is to one that can become an opportunity no longer
    /// (`RuleCatalogue.referralHidden`).
    func withdrawReferral(in transaction: some SQLWriting) throws {
        guard let referral = try AWSReferralTable.find(in: transaction, self) else { return }
        let key = OpportunityKey(account: receiverAccount, catalog: catalog, identifier: referral.id)
        try AWSReferralTable.remove(in: transaction, key)
        if let arn = referral.arn { try TagTable.removeAll(in: transaction, account: key.account, arn: arn) }
    }
}

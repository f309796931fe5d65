import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// What becomes of an invitation, with what follows from it, inside a transaction.
extension EngagementInvitation {
    /// Why another account cannot be invited to an engagement now: it is in already, or there is no room.
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
        try InvitationEvent.append(.rejected, changed, in: transaction, at: now)
    }

    /// Writes that the invitation ran out, where it did; told as of the moment at which that happened.
    func expire(in transaction: some SQLWriting, at now: Timestamp) throws {
        guard let changed = expired(at: now) else { return }
        try InvitationTable.update(in: transaction, changed)
        try InvitationEvent.append(.expired, changed, in: transaction, at: expiresAt)
    }
}

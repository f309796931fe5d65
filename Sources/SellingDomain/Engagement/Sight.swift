public import SellingShapes

/// What an account is to an invitation or its engagement. AWS, the account `aws`, is one of these like any other.
public enum Standing: Sendable, CaseIterable {
    case sender
    case receiver
    /// A member of the engagement who neither sent nor received the invitation.
    case otherMember
    case outsider
}

/// How much of something an account sees.
public enum Sight: Sendable {
    /// As if it did not exist: the answer is the same to the byte.
    case nothing
    case withoutPayload
    case everything
}

/// Who sees what, of an invitation in each status and of the engagement it is to.
///
/// What the guide withholds from a receiver before acceptance (the customer's street, city, postal code, contacts and
/// AWS account, the solution's description and associations; a lead's contact by name, email and phone) no invitation's
/// payload can carry, because the model's payloads do not have these members: they are in the engagement and the
/// opportunity, which the receiver sees after acceptance alone.
public enum SightTable {
    /// Rows by standing, columns by the status of the invitation.
    ///
    /// Undocumented: after rejection the guide both denies access and keeps the invitation listed, so that its summary
    /// stays and its payload goes; one that expired is treated alike; the sender keeps what it wrote.
    private static let invitation: [Standing: [InvitationStatus: Sight]] = [
        .sender: [.pending: .everything, .accepted: .everything, .rejected: .everything, .expired: .everything],
        .receiver: [
            .pending: .everything, .accepted: .everything, .rejected: .withoutPayload, .expired: .withoutPayload,
        ],
        .otherMember: [.pending: .nothing, .accepted: .nothing, .rejected: .nothing, .expired: .nothing],
        .outsider: [.pending: .nothing, .accepted: .nothing, .rejected: .nothing, .expired: .nothing],
    ]

    /// The same for the engagement: members see all of it, a receiver is one from acceptance on.
    private static let engagement: [Standing: [InvitationStatus: Sight]] = [
        .sender: [.pending: .everything, .accepted: .everything, .rejected: .everything, .expired: .everything],
        .receiver: [.pending: .nothing, .accepted: .everything, .rejected: .nothing, .expired: .nothing],
        .otherMember: [.pending: .everything, .accepted: .everything, .rejected: .everything, .expired: .everything],
        .outsider: [.pending: .nothing, .accepted: .nothing, .rejected: .nothing, .expired: .nothing],
    ]

    /// How much of an invitation in this status an account of this standing sees.
    public static func ofInvitation(_ standing: Standing, _ status: InvitationStatus) -> Sight {
        invitation[standing]?[status] ?? .nothing
    }

    /// How much of the engagement an account sees that has this standing to an invitation in this status.
    public static func ofEngagement(_ standing: Standing, _ status: InvitationStatus) -> Sight {
        engagement[standing]?[status] ?? .nothing
    }
}

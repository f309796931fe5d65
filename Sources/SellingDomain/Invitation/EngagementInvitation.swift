public import SellingShapes
public import SmithyTypes

/// What a new invitation is given from outside: drawn once, so that making it is a pure function.
public struct NewInvitationFacts: Sendable {
    public let identifier: String
    public let arn: String
    public let now: Timestamp

    public init(identifier: String, arn: String, now: Timestamp) {
        self.identifier = identifier
        self.arn = arn
        self.now = now
    }
}

/// An invitation of one account, by a member, to an engagement.
public struct EngagementInvitation: Sendable, Hashable {
    /// 15 days exactly (captured; model text).
    public static let daysToAnswer = 15

    public let catalog: CatalogIdentifier
    public let identifier: String
    public let arn: String
    public let engagementIdentifier: String
    public let engagementTitle: String?
    public let engagementDescription: String?
    public let senderAccount: String
    public let senderCompanyName: String
    public let receiver: AccountReceiver
    public let message: String
    public let payload: Payload
    public let invitedAt: Timestamp
    public let expiresAt: Timestamp
    /// As it was last written: an invitation that ran out is PENDING here until somebody writes that. Ask `status(at:)`.
    public internal(set) var writtenStatus: InvitationStatus
    public internal(set) var rejectionReason: String?

    /// A new invitation, PENDING. Title and description are the engagement's own (captured).
    public init(to engagement: Engagement, by sender: Company, _ invitation: Invitation, _ facts: NewInvitationFacts) {
        catalog = engagement.catalog
        identifier = facts.identifier
        arn = facts.arn
        engagementIdentifier = engagement.identifier
        engagementTitle = engagement.title
        engagementDescription = engagement.description
        senderAccount = sender.accountIdentifier
        senderCompanyName = sender.name
        receiver = invitation.receiver.accountReceiver
        message = invitation.message
        payload = invitation.payload
        invitedAt = facts.now
        let life = Int64(Self.daysToAnswer) * 86_400_000
        expiresAt = Timestamp(millisecondsSinceEpoch: facts.now.millisecondsSinceEpoch + life)
        writtenStatus = .pending
    }

    public var receiverAccount: String { receiver.awsAccountId }

    public var payloadType: EngagementInvitationPayloadType {
        switch payload {
        case .leadInvitation: .leadInvitation
        case .opportunityInvitation, .unrecognized: .opportunityInvitation
        }
    }
}

/// An invitation as the document that GetEngagementInvitation answers to its sender, without what is looked up when it
/// is read, which is how it is kept.
extension EngagementInvitation {
    /// Nil where the document is no whole invitation.
    public init?(_ document: GetEngagementInvitationResponse) {
        guard let arn = document.arn, let engagement = document.engagementId, let sender = document.senderAwsAccountId,
            let companyName = document.senderCompanyName, let receiver = document.receiver,
            let message = document.invitationMessage, let payload = document.payload,
            let invitedAt = document.invitationDate, let expiresAt = document.expirationDate,
            let status = document.status
        else { return nil }
        catalog = document.catalog
        identifier = document.id
        self.arn = arn
        engagementIdentifier = engagement
        engagementTitle = document.engagementTitle
        engagementDescription = document.engagementDescription
        senderAccount = sender
        senderCompanyName = companyName
        self.receiver = receiver.accountReceiver
        self.message = message
        self.payload = payload
        self.invitedAt = invitedAt
        self.expiresAt = expiresAt
        writtenStatus = status
        rejectionReason = document.rejectionReason
    }

    public var document: GetEngagementInvitationResponse {
        GetEngagementInvitationResponse(
            arn: arn,
            catalog: catalog,
            engagementDescription: engagementDescription,
            engagementId: engagementIdentifier,
            engagementTitle: engagementTitle,
            expirationDate: expiresAt,
            id: identifier,
            invitationDate: invitedAt,
            invitationMessage: message,
            payload: payload,
            payloadType: payloadType,
            receiver: .account(receiver),
            rejectionReason: rejectionReason,
            senderAwsAccountId: senderAccount,
            senderCompanyName: senderCompanyName,
            status: writtenStatus
        )
    }
}

extension Receiver {
    /// The model has one kind of receiver; a value without it is a violation, which no rule sees.
    var accountReceiver: AccountReceiver {
        switch self {
        case .account(let account): account
        case .unrecognized: AccountReceiver(awsAccountId: "")
        }
    }
}

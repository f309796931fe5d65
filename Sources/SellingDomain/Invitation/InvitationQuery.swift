public import SellingShapes
public import SmithyTypes

/// What a list looks at in an invitation before it reads the whole.
public struct InvitationFacts: Sendable, Hashable {
    public let engagementIdentifier: String
    public let senderAccount: String
    public let payloadType: EngagementInvitationPayloadType
    public let writtenStatus: InvitationStatus
    public let expiresAt: Timestamp

    public init(
        engagementIdentifier: String,
        senderAccount: String,
        payloadType: EngagementInvitationPayloadType,
        writtenStatus: InvitationStatus,
        expiresAt: Timestamp
    ) {
        self.engagementIdentifier = engagementIdentifier
        self.senderAccount = senderAccount
        self.payloadType = payloadType
        self.writtenStatus = writtenStatus
        self.expiresAt = expiresAt
    }

    func status(at now: Timestamp) -> InvitationStatus {
        writtenStatus.holding(at: now, expiringAt: expiresAt)
    }
}

/// A ListEngagementInvitations request, as a filter and an order.
public struct InvitationQuery: Sendable, Hashable {
    public let participant: ParticipantType
    public let order: SortOrder
    private let statuses: Set<InvitationStatus>
    private let payloadTypes: Set<EngagementInvitationPayloadType>
    private let senders: Set<String>
    /// Nil where none are named.
    private let engagements: Set<String>?
    private let now: Timestamp

    /// Undocumented: the order without Sort; the newest first, as in the API's other lists.
    ///
    /// - Parameters:
    ///   - engagements: the identifiers of those that the request names, as far as they can be ours.
    ///   - now: the instant by which invitations have expired.
    public init(_ request: ListEngagementInvitationsRequest, engagements: [String]?, at now: Timestamp) {
        participant = request.participantType
        order = request.sort?.sortOrder ?? .descending
        statuses = Set(request.status ?? [])
        payloadTypes = Set(request.payloadType ?? [])
        senders = Set(request.senderAwsAccountId ?? [])
        self.engagements = engagements.map(Set.init)
        self.now = now
    }

    /// Whether nothing is filtered.
    public var takesAll: Bool {
        statuses.isEmpty && payloadTypes.isEmpty && senders.isEmpty && engagements == nil
    }

    /// Whether an invitation is asked for: every filter that names anything must name it.
    public func matches(_ invitation: InvitationFacts) -> Bool {
        (statuses.isEmpty || statuses.contains(invitation.status(at: now)))
            && (payloadTypes.isEmpty || payloadTypes.contains(invitation.payloadType))
            && (senders.isEmpty || senders.contains(invitation.senderAccount))
            && engagements?.contains(invitation.engagementIdentifier) != false
    }
}

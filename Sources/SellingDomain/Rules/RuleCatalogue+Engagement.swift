// MARK: Engagements

extension RuleCatalogue {
    public static let engagementExists = Rule(
        "engagement.exists",
        "An engagement is found by its identifier or ARN, within its catalog, by its members and by nobody else.",
        evidence: "developer guide, multi-partner engagements; that others get ResourceNotFoundException is inferred",
        .documented
    )
    public static let contextExists = Rule(
        "engagement.context-exists",
        "A context is named by the number that its engagement gave it.",
        evidence: "captured engagements number their contexts 1, 2; UpdateEngagementContext lists ResourceNotFoundException",
        .inferred
    )
    public static let contextType = Rule(
        "engagement.context-type",
        "Type names the kind of the payload, and in an update the kind of the context.",
        evidence: "CreateEngagementContext and UpdateEngagementContext, Type: must match the payload",
        .documented
    )
    public static let contextPayload = Rule(
        "engagement.context-payload",
        "A context has a payload.",
        evidence: "CreateEngagementContext requires it; that CreateEngagement does too is inferred",
        .inferred
    )
    public static let contextLimit = Rule(
        "engagement.context-limit",
        "An engagement has at most 5 contexts.",
        evidence: "model, EngagementContexts; that one more is ServiceQuotaExceededException is inferred",
        .model
    )
    public static let engagementLock = Rule(
        "engagement.lock",
        "EngagementLastModifiedAt of an update is when the engagement was last modified, to the millisecond.",
        evidence: "UpdateEngagementContext: ConflictException where the engagement was changed meanwhile",
        .documented
    )
    public static let interactionLimit = Rule(
        "engagement.interaction-limit",
        "A lead has at most 10 interactions; an update adds one.",
        evidence: "model, LeadInteractionList; that an update adds and does not replace is inferred from its wording",
        .model
    )
}

// MARK: Invitations

extension RuleCatalogue {
    public static let invitationExists = Rule(
        "invitation.exists",
        "An invitation is found by its identifier or ARN, within its catalog, by its sender and its receiver.",
        evidence: "GetEngagementInvitation; that other members of the engagement do not see it is inferred",
        .documented
    )
    public static let invitationOfOneself = Rule(
        "invitation.oneself",
        "Nobody invites their own account.",
        evidence: "every member is in the engagement already",
        .inferred
    )
    public static let leadInvitationSender = Rule(
        "invitation.lead-sender",
        "In catalog AWS only AWS invites to a lead; in the Sandbox a partner plays AWS.",
        evidence: "AWS's sample repository for leads, README",
        .documented
    )
    public static let invitationOnce = Rule(
        "invitation.once",
        "An account is invited to an engagement once at a time, and not where it is a member.",
        evidence: "CreateEngagementInvitation lists ConflictException; reason code EngagementInvitationConflict",
        .inferred
    )
    public static let memberLimit = Rule(
        "invitation.member-limit",
        "An engagement has at most 10 members, those who are invited and have not answered included.",
        evidence: "developer guide, multi-partner engagements: 10 partners",
        .documented
    )
    public static let inviteeLimit = Rule(
        "invitation.invitee-limit",
        "An engagement has at most 9 invitations that are pending or accepted.",
        evidence: "developer guide, multi-partner engagements: 9 invitees",
        .documented
    )
    public static let receiverAnswers = Rule(
        "invitation.receiver-answers",
        "Only its receiver accepts or rejects an invitation.",
        evidence: "AcceptEngagementInvitation and RejectEngagementInvitation; what a sender gets is our choice",
        .inferred
    )
    public static let invitationPending = Rule(
        "invitation.pending",
        "Only a PENDING invitation is accepted or rejected.",
        evidence: "both operations list ConflictException; InvitationStatus",
        .inferred
    )
    public static let invitationExpiry = Rule(
        "invitation.expiry",
        "An invitation that nobody has answered 15 days after it was sent is EXPIRED from that moment on.",
        evidence: "recorded invitations; model, ExpirationDate",
        .captured
    )
}

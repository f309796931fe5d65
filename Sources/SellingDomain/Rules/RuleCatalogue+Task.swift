// MARK: Tasks

extension RuleCatalogue {
    public static let taskExists = Rule(
        "task.exists",
        "A task is found by its identifier, within its catalog, by the account that started it.",
        evidence: "list operations: tasks initiated by the caller's account; ResourceNotFoundException of the others",
        .documented
    )
    public static let taskPoll = Rule(
        "task.poll",
        "A start with the token and the request of an earlier one answers how that task stands now.",
        evidence: "developer guide, opportunities from AWS: the call is repeated with the same payload to poll",
        .documented
    )
    public static let taskFailure = Rule(
        "task.failure",
        "What is wrong with a request that starts a task is an error; what keeps its work from being done is an answer "
            + "with TaskStatus FAILED, a ReasonCode and a Message, and nothing is changed.",
        evidence: "model, ReasonCode; message form reported by integrators; which reason goes with what is by its name",
        .inferred
    )
    public static let taskInvitationType = Rule(
        "task.invitation-type",
        "StartEngagementByAcceptingInvitationTask accepts invitations to opportunities; AcceptEngagementInvitation those "
            + "to leads.",
        evidence: "developer guide, leads; that the task answers ValidationException is inferred",
        .documented
    )
    public static let oneEngagement = Rule(
        "task.one-engagement",
        "An opportunity that has a snapshot in an engagement, as one made of a lead has, is submitted in that engagement "
            + "and gets no other.",
        evidence: "a recorded conversion and submission of a lead have one EngagementId",
        .captured
    )
    public static let contextIsLead = Rule(
        "task.context-is-lead",
        "An opportunity is made of a context that is a lead.",
        evidence: "model, reason code CustomerProjectContextNotPermitted",
        .model
    )
    public static let leadQualified = Rule(
        "task.lead-qualified",
        "A lead whose QualificationStatus is Disqualified becomes no opportunity.",
        evidence: "model, reason code DisqualifiedLeadNotPermitted; developer guide, leads",
        .model
    )
    public static let prospectedEngagement = Rule(
        "prospecting.engagement-visible",
        "An engagement that the caller is no member of fails by itself, and the others of the task do not.",
        evidence: "GetProspectingFromEngagementTask: a status and a reason for each engagement",
        .inferred
    )
}

// MARK: What follows between partners and AWS

extension RuleCatalogue {
    public static let engagementProject = Rule(
        "opportunity.engagement-project",
        "An opportunity that has a snapshot in an engagement is submitted only where one of its engagements has a "
            + "CustomerProject context.",
        evidence:
            "developer guide, leads: without the context the submission fails; that none is wanted without engagement "
            + "is inferred",
        .documented
    )
    public static let reviewJoins = Rule(
        "review.joins",
        "With its approval of an opportunity AWS accepts the invitation of its owner to the engagement, and with its "
            + "rejection rejects it.",
        evidence: "developer guide, events that follow an approval and a rejection",
        .documented
    )
    public static let inheritedReview = Rule(
        "review.inherited",
        "An opportunity made of another partner's begins in the review status of that one, and is approved with it.",
        evidence: "developer guide, multi-partner opportunities",
        .documented
    )
    public static let referralHidden = Rule(
        "referral.hidden",
        "An opportunity that AWS refers is nobody's to see until the invitation to it is accepted by the task; it is gone "
            + "where the invitation is rejected, runs out or is accepted otherwise.",
        evidence: "integrators report that GetOpportunity does not find it; that it is gone for good is inferred",
        .observed
    )
}

// MARK: Opportunities

extension RuleCatalogue {
    public static let opportunityExists = Rule(
        "opportunity.exists",
        "An opportunity is found by its identifier, within its catalog, by the account that owns it.",
        evidence: "ResourceNotFoundException of every operation page: not there, or not visible to the caller",
        .documented
    )
    public static let originInProduction = Rule(
        "opportunity.origin",
        "In catalog AWS an opportunity that a partner creates has the origin Partner Referral.",
        evidence: "CreateOpportunity, Origin: AWS Referral is made by AWS; testing-in-sandbox page for its simulation",
        .documented
    )
    public static let closedLostAtCreation = Rule(
        "opportunity.closed-lost-at-creation",
        "An opportunity is not created as Closed Lost.",
        evidence: "error text listed by an integrator of the older interface to the same back end",
        .observed
    )
}

// MARK: The life of an opportunity

extension RuleCatalogue {
    public static let currentRevision = Rule(
        "opportunity.current-revision",
        "An update names the LastModifiedDate that the opportunity has, to the millisecond.",
        evidence: "UpdateOpportunity, LastModifiedDate and ConflictException; best practices: fetch again and retry",
        .documented
    )
    public static let stageBeforeSubmission = Rule(
        "opportunity.stage-before-submission",
        "The stage does not change while the review status is Pending Submission.",
        evidence: "two integrators saw it refused; no page promises it",
        .observed
    )
    public static let lockedInReview = Rule(
        "opportunity.locked-in-review",
        "While Submitted, In review or Rejected no member of the partner's changes; an echo of what is stored may be sent.",
        evidence: "SubmitOpportunity: locked until approved or action is required; that an echo passes is inferred",
        .documented
    )
    public static let correctableFields = Rule(
        "opportunity.correctable-fields",
        "While Action Required only the address, the website, the close date, the spend, the business problem and the "
            + "partner's own identifier change.",
        evidence: "UpdateOpportunity; developer guide, updates",
        .documented
    )
    public static let frozenOnceApproved = Rule(
        "opportunity.frozen-once-approved",
        "Once Approved the country, postal code, industry, website, business problem, title and the partner's own "
            + "identifier stay.",
        evidence: "developer guide, updates; the older field sheet freezes four more members, which we do not",
        .documented
    )
    public static let submittableState = Rule(
        "opportunity.submittable-state",
        "Only an opportunity in Pending Submission or Action Required is submitted.",
        evidence: "text of a refused second submission, reported by integrators",
        .observed
    )
    public static let closedLostAtSubmission = Rule(
        "opportunity.closed-lost-at-submission",
        "An opportunity that is Closed Lost is not submitted.",
        evidence: "model, ReviewStatus: what was lost before submission is not suitable",
        .model
    )
    public static let reviewMove = Rule(
        "opportunity.review-move",
        "AWS's reviewer decides on what was submitted.",
        evidence: "developer guide, lifecycle; that a decision can be revised is ours, for a test bench",
        .inferred
    )
    public static let coSellStays = Rule(
        "opportunity.co-sell-stays",
        "A co-sell opportunity does not become one for visibility only, by another need or by none.",
        evidence: "field sheet of the older interface; integrators see an omission read so",
        .observed
    )
    public static let coSellNeeds = Rule(
        "opportunity.co-sell-needs",
        "Whoever changes from visibility only to co-selling says sales activities, next steps and a customer contact.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let emptiedByOmission = Rule(
        "opportunity.emptied-by-omission",
        "An update replaces the whole opportunity: what it leaves out is emptied. Not refused, only remarked.",
        evidence: "UpdateOpportunity: a member that is left out is taken as null",
        .documented
    )
}

// MARK: What must be said

extension RuleCatalogue {
    public static let requiredAtSubmission = Rule(
        "opportunity.required-at-submission",
        "From submission on, the customer, the project, the close date and the marketing source are told; co-selling "
            + "also wants needs and sales activities.",
        evidence: "field sheet and testing workbook of the older interface; lead-to-opportunity sample, its ninth step",
        .documented
    )
    public static let stateInUnitedStates = Rule(
        "opportunity.state-in-united-states",
        "In the United States the state is told, in AWS's spelling.",
        evidence: "testing workbook of the older interface; AWS's list of states",
        .observed
    )
    public static let inheritedFromQualified = Rule(
        "opportunity.inherited-from-qualified",
        "An opportunity made of another partner's owes from Qualified on what an invitation does not tell.",
        evidence: "developer guide, multi-partner opportunities",
        .documented
    )
    public static let solutionRequired = Rule(
        "opportunity.solution-required",
        "From submission on, a solution, Marketplace solution or Marketplace product is associated.",
        evidence: "developer guide, associating",
        .documented
    )
    public static let accountAtLaunch = Rule(
        "opportunity.account-at-launch",
        "A launched opportunity names the customer's AWS account.",
        evidence: "field sheet of the older interface asks consulting partners; Cosell knows no kinds of partner",
        .observed
    )
    public static let closedLostReason = Rule(
        "opportunity.closed-lost-reason",
        "Closed Lost needs a reason, and no other stage has one.",
        evidence: "field sheet of the older interface; error texts listed by an integrator",
        .observed
    )
}

// MARK: Owners

extension RuleCatalogue {
    public static let assigneeTitle = Rule(
        "assignment.business-title",
        "Whoever becomes the owner is named with the BusinessTitle PartnerAccountManager.",
        evidence: "AssignOpportunity, Assignee",
        .documented
    )
    public static let assigneeIsUser = Rule(
        "assignment.user-exists",
        "The owner is a user of the account's in Partner Central, found by email.",
        evidence: "AssignOpportunity; the text is the older interface's",
        .documented
    )
}

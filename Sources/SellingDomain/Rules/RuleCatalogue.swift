/// Every rule, in one place a person can read. `docs/fidelity.md` is made of it.
public enum RuleCatalogue {
    public static let all: [Rule] = [
        opportunityExists, originInProduction, closedLostAtCreation,
        currentRevision, stageBeforeSubmission, lockedInReview, correctableFields, frozenOnceApproved,
        submittableState, closedLostAtSubmission, reviewMove, coSellStays, coSellNeeds, emptiedByOmission,
        requiredAtSubmission, stateInUnitedStates, inheritedFromQualified, solutionRequired, accountAtLaunch,
        closedLostReason,
        otherIndustry, nationalSecurity, postalCode, needsExclude, otherCompetitors, customerUseCase, spendCurrency,
        spendAmount, renewalNamesOriginal, relatedOpportunityExists, closeDate, marketingCompanions, fundedUseCases,
        revenueDates,
        observedLock, observedCloseDate, observedEarlyConditions, observedOtherSolution,
        assigneeTitle, assigneeIsUser,
        distinctTags, tagLimit, taggedResource,
        selfEntryNeedsDuration, durationNeedsSelfEntry, oneSelfEntry, targetCompanies, oneCurrency,
        selfEntryWithoutEstimate, estimateReadable,
        solutionExists, solutionIsActive, solutionIdentifier, productIsListed, marketplaceARN,
        marketplaceEntityExists, associationLimit, offerOrOfferSet, associationExists, lastSolution,
        snapshotTemplateExists, snapshotTemplateIsPartners, snapshotExists, snapshotIsForMembers, snapshotMakesProject,
        snapshotJobNews, snapshotJobExists, oneSnapshotJob, snapshotJobIsStopped,
        engagementExists, contextExists, contextType, contextPayload, contextLimit, engagementLock, interactionLimit,
        invitationExists, invitationOfOneself, leadInvitationSender, invitationOnce, memberLimit, inviteeLimit,
        receiverAnswers, invitationPending, invitationExpiry,
        taskExists, taskPoll, taskFailure, taskInvitationType, oneEngagement, contextIsLead, leadQualified,
        prospectedEngagement, engagementProject, reviewJoins, inheritedReview, referralHidden,
        pageTokenFits,
        tokenIsOneRequest,
    ]
}

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

// MARK: What must go together, from submission on

extension RuleCatalogue {
    public static let otherIndustry = Rule(
        "opportunity.other-industry",
        "OtherIndustry goes with the industry Other, and with no other.",
        evidence: "field sheet of the older interface; at creation the real service does not ask (captured)",
        .observed
    )
    public static let nationalSecurity = Rule(
        "opportunity.national-security",
        "A national security opportunity is one of the industry Government, and not for visibility only.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let postalCode = Rule(
        "opportunity.postal-code",
        "A postal code has a form of its country's, where AWS lists forms; 59 countries need none.",
        evidence: "AWS's samples for partner CRM integration, list of postal formats",
        .documented
    )
    public static let needsExclude = Rule(
        "opportunity.needs-exclude",
        "Needing no support from AWS does not go with a need, or with co-selling.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let otherCompetitors = Rule(
        "opportunity.other-competitors",
        "OtherCompetitorNames goes with the competitor *Other, and with no other.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let customerUseCase = Rule(
        "opportunity.customer-use-case",
        "CustomerUseCase is one of AWS's 39.",
        evidence: "AWS's samples for partner CRM integration, standard values; integrators report about 38",
        .observed
    )
    public static let spendCurrency = Rule(
        "opportunity.spend-currency",
        "Spend is told in USD or EUR, and for the partition aws-eusc in EUR.",
        evidence: "model, ExpectedCustomerSpend.CurrencyCode; developer guide on the partition",
        .documented
    )
    public static let spendAmount = Rule(
        "opportunity.spend-amount",
        "The amount of an expected spend is above zero.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let renewalNamesOriginal = Rule(
        "opportunity.renewal-names-original",
        "A Flat Renewal names the opportunity that it renews.",
        evidence: "field sheet of the older interface",
        .observed
    )
    public static let relatedOpportunityExists = Rule(
        "opportunity.related-exists",
        "RelatedOpportunityIdentifier names an opportunity of the caller's own; that of a Net New Business is ignored.",
        evidence: "testing workbook of the older interface",
        .observed
    )
    public static let closeDate = Rule(
        "opportunity.close-date",
        "TargetCloseDate is not before today (UTC) at submission, nor when it changes afterwards.",
        evidence: "field sheet of the older interface; integrators report that Sandbox is stricter",
        .observed
    )
    public static let marketingCompanions = Rule(
        "opportunity.marketing-companions",
        "With the source Marketing Activity it is told whether AWS funded it; without, no other member of Marketing is.",
        evidence: "testing workbook of the older interface; integrators report the same codes",
        .observed
    )
    public static let fundedUseCases = Rule(
        "opportunity.funded-use-cases",
        "Marketing use cases are told only where AWS funding was used.",
        evidence: "model, Marketing.UseCases",
        .model
    )
    public static let revenueDates = Rule(
        "opportunity.revenue-dates",
        "Software revenue does not end before it begins.",
        evidence: "error text listed by an integrator of the older interface",
        .observed
    )
}

// MARK: Sandbox as integrators observe it (`--sandbox observed`)

extension RuleCatalogue {
    public static let observedLock = Rule(
        "sandbox-observed.lock",
        "While Submitted, In review or Rejected an update is refused whole, an echo too.",
        evidence: "integrators: updates are refused in these states",
        .observed
    )
    public static let observedCloseDate = Rule(
        "sandbox-observed.close-date",
        "TargetCloseDate is in the future, already at creation.",
        evidence: "integrators' reports of Sandbox",
        .observed
    )
    public static let observedEarlyConditions = Rule(
        "sandbox-observed.early-conditions",
        "The rules on marketing, United States addresses, postal codes and currencies hold already at creation and at "
            + "every update.",
        evidence: "integrators' reports of Sandbox",
        .observed
    )
    public static let observedOtherSolution = Rule(
        "sandbox-observed.other-solution",
        "OtherSolutionDescription does in place of a solution until Committed.",
        evidence: "integrators' reports of Sandbox",
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

// MARK: Tags

extension RuleCatalogue {
    public static let distinctTags = Rule(
        "tag.distinct-keys",
        "A request names each tag key once.",
        evidence: "ValidationException has DUPLICATE_KEY_VALUE; tags elsewhere in AWS",
        .inferred
    )
    public static let tagLimit = Rule(
        "tag.limit",
        "A resource has at most 200 tags.",
        evidence: "model, the bound of a request's TagList; that it bounds the resource too is our reading",
        .inferred
    )
    public static let taggedResource = Rule(
        "tag.resource-exists",
        "A tagged resource is an opportunity or a resource snapshot job of the caller's, named by its whole ARN.",
        evidence: "ListTagsForResource; changelogs of January and August 2025",
        .documented
    )
}

// MARK: Contract value

extension RuleCatalogue {
    public static let selfEntryNeedsDuration = Rule(
        "contract-value.self-needs-duration",
        "A Self entry of ExpectedCustomerSpend needs ExpectedContractDuration.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let durationNeedsSelfEntry = Rule(
        "contract-value.duration-needs-self",
        "At creation ExpectedContractDuration needs a Self entry of ExpectedCustomerSpend.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let oneSelfEntry = Rule(
        "contract-value.one-self",
        "ExpectedCustomerSpend has at most one Self entry.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let targetCompanies = Rule(
        "contract-value.target-company",
        "TargetCompany of an ExpectedCustomerSpend entry is AWS or Self.",
        evidence: "developer guide, deal sizing; an older text of the model says other names become AWS",
        .documented
    )
    public static let oneCurrency = Rule(
        "contract-value.one-currency",
        "All entries of ExpectedCustomerSpend have one currency.",
        evidence: "developer guide, deal sizing",
        .documented
    )
    public static let estimateReadable = Rule(
        "contract-value.estimate",
        "An EstimationUrl without an amount is refused; beside an amount it is dropped: Cosell cannot read estimates.",
        evidence: "developer guide, deal sizing: an estimate that cannot be used; that none can is ours",
        .documented
    )
    public static let selfEntryWithoutEstimate = Rule(
        "contract-value.self-or-estimate",
        "A Self entry and an EstimationUrl exclude one another.",
        evidence: "developer guide, deal sizing",
        .documented
    )
}

// MARK: Associations

extension RuleCatalogue {
    public static let solutionExists = Rule(
        "association.solution-exists",
        "An associated solution is one of the caller's own, in the same catalog.",
        evidence: "AssociateOpportunity; ResourceNotFoundException is what a failed call was recorded with",
        .inferred
    )
    public static let solutionIsActive = Rule(
        "association.solution-active",
        "Only an Active solution can be associated.",
        evidence: "AssociateOpportunity: filter for Active solutions for association",
        .documented
    )
    public static let solutionIdentifier = Rule(
        "association.solution-identifier",
        "A solution is named by its identifier, S- and digits.",
        evidence: "model, SolutionIdentifier",
        .model
    )
    public static let productIsListed = Rule(
        "association.product-listed",
        "An AWS product is named by an identifier of AWS's published list.",
        evidence: "AWS's published product list for partner CRM integration, August 2026",
        .documented
    )
    public static let marketplaceARN = Rule(
        "association.marketplace-arn",
        "An AWS Marketplace entity is named by its ARN, whose type is the one that the request names.",
        evidence: "model, AwsMarketplaceOfferIdentifier and its siblings; developer guide, associating",
        .model
    )
    public static let marketplaceEntityExists = Rule(
        "association.marketplace-exists",
        "Where an account has registered AWS Marketplace entities, only those can be associated.",
        evidence:
            "DisassociateOpportunity: the identifier corresponds to an existing entity; our choice of when to check",
        .inferred
    )
    public static let associationLimit = Rule(
        "association.limit",
        "An opportunity has at most 10 solutions, 20 AWS products, 1 offer, 1 offer set, 10 Marketplace solutions and "
            + "10 Marketplace products.",
        evidence: "developer guide, quotas; that the offer set's limit is the offer's is inferred",
        .documented
    )
    public static let offerOrOfferSet = Rule(
        "association.offer-or-offer-set",
        "An opportunity has an offer or an offer set, never both.",
        evidence: "developer guide, associating",
        .documented
    )
    public static let associationExists = Rule(
        "association.exists",
        "Only an entity that is associated can be disassociated.",
        evidence: "a recorded failure of DisassociateOpportunity is ResourceNotFoundException",
        .captured
    )
    public static let lastSolution = Rule(
        "association.last-solution",
        "Once submitted, or from Committed on, an opportunity keeps at least one solution, Marketplace solution or "
            + "Marketplace product.",
        evidence: "DisassociateOpportunity: attach the new entity before the last one that is required is removed",
        .inferred
    )
}

// MARK: Lists

extension RuleCatalogue {
    public static let pageTokenFits = Rule(
        "list.page-token",
        "NextToken continues the query it came from: same caller, catalog, filters and order.",
        evidence: "operation pages say only that it is opaque; anything else would skip or repeat rows",
        .inferred
    )
}

// MARK: Tokens

extension RuleCatalogue {
    public static let tokenIsOneRequest = Rule(
        "token.one-request",
        "A ClientToken stands for one request: sent again with other values it conflicts, and nothing is done.",
        evidence: "the message of ConflictException; operation pages, ClientToken",
        .documented
    )
}

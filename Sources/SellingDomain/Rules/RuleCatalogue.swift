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
        awsOpportunityExists, awsOpportunityIdentity,
        observedLock, observedCloseDate, observedEarlyConditions, observedOtherSolution,
        assigneeTitle, assigneeIsUser,
        distinctTags, tagLimit, taggedResource,
        selfEntryNeedsDuration, durationNeedsSelfEntry, oneSelfEntry, targetCompanies, oneCurrency,
        selfEntryWithoutEstimate, estimateReadable, durationInMonths, spendFrequency,
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

public import SellingShapes
public import SmithyTypes

extension GetOpportunityResponse {
    /// The opportunity that a partner gets by accepting AWS's referral: all that AWS knew of it, since when it was
    /// referred, approved (captured).
    ///
    /// Its owner is the alliance lead, as it was when AWS referred it.
    public func accepted(at now: Timestamp) -> GetOpportunityResponse {
        var opportunity = self
        opportunity.lifeCycle.made.reviewStatus = .approved
        opportunity.lifeCycle.made.stage = .prospect
        opportunity.touch(at: now)
        return opportunity
    }

    /// The opportunity that a partner gets by accepting another partner's invitation: what the invitation tells of it
    /// (captured, member for member), reviewed as far as the sender's is.
    public init(
        inherited payload: OpportunityInvitationPayload,
        in catalog: CatalogIdentifier,
        reviewStatus: ReviewStatus,
        _ facts: NewOpportunityFacts
    ) {
        let (customer, project) = (payload.customer, payload.project)
        self.init(
            arn: facts.arn,
            catalog: catalog,
            createdDate: facts.now,
            customer: Customer(
                account: Account(
                    address: Address(countryCode: customer.countryCode),
                    companyName: customer.companyName,
                    industry: customer.industry,
                    websiteUrl: customer.websiteUrl
                ),
                contacts: []
            ),
            id: facts.identifier,
            lastModifiedDate: facts.now,
            lifeCycle: LifeCycle(
                reviewStatus: reviewStatus,
                stage: .prospect,
                targetCloseDate: project.targetCompletionDate
            ),
            marketing: Marketing(source: MarketingSource.none),
            nationalSecurity: .no,
            opportunityTeam: [facts.owner.owner],
            opportunityType: .netNewBusiness,
            primaryNeedsFromAws: [.doNotNeedSupportFromAwsSalesRep],
            project: Project(
                customerBusinessProblem: project.businessProblem,
                expectedCustomerSpend: project.expectedCustomerSpend.map(\.asCopied),
                title: project.title
            ),
            relatedEntityIdentifiers: .none
        )
    }

    /// What an invited partner's opportunity begins with, where the sender's stands so: as far as AWS's review has come.
    ///
    /// The guide names Submitted and Approved. Undocumented: the others; a state of the sender's which the copy could not
    /// have come to by itself is told as it is, and without an opportunity of the sender's the copy is a draft.
    public static func inheritedStatus(from sender: GetOpportunityResponse?) -> ReviewStatus {
        sender?.reviewStatus ?? .pendingSubmission
    }

    /// A copy that AWS approves because it has approved the opportunity of which it was made; nil where its own review
    /// has not come so far, or has been decided by itself.
    public func approvedAlong(_ setting: OpportunitySetting) -> GetOpportunityResponse? {
        guard reviewStatus == .submitted || reviewStatus == .inReview else { return nil }
        return try? reviewed(ReviewDecision(.approved), setting)
    }
}

extension ExpectedCustomerSpend {
    /// An amount without idle decimals, and no estimate: what copying does to both (captured).
    fileprivate var asCopied: ExpectedCustomerSpend {
        var entry = self
        entry.estimationUrl = nil
        entry.amount = amount.map(Self.withoutIdleDecimals)
        return entry
    }

    private static func withoutIdleDecimals(_ amount: String) -> String {
        guard amount.contains(".") else { return amount }
        var amount = amount
        while amount.hasSuffix("0") { amount.removeLast() }
        if amount.hasSuffix(".") { amount.removeLast() }
        return amount
    }
}

extension GetAwsOpportunitySummaryResponse {
    /// AWS's side of an opportunity that it referred: it co-sells, with one of its people.
    public init(ofReferral opportunity: GetOpportunityResponse) {
        let whole = OpportunitySubmission(involvement: .coSell, visibility: .full)
        self = GetAwsOpportunitySummaryResponse(of: opportunity, origin: .awsReferral, whole).reviewed(.approved)
    }

    /// AWS's side as a partner sees it whose opportunity was made of another's: AWS has one opportunity for all of them
    /// (a recorded answer shows the sender's contacts and spend), but what is associated with the other stays there.
    public func shared(with copy: GetOpportunityResponse) -> GetAwsOpportunitySummaryResponse {
        var summary = self
        summary.relatedOpportunityId = copy.id
        summary.relatedEntityIds = AwsOpportunityRelatedEntities(
            awsMarketplaceProducts: [],
            awsMarketplaceSolutions: [],
            awsProducts: [],
            solutions: []
        )
        return summary.reviewed(copy.reviewStatus)
    }
}

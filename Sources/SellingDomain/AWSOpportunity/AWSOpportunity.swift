public import SellingShapes

// AWS's own opportunity beside a partner's: what GetAwsOpportunitySummary answers.

extension GetAwsOpportunitySummaryResponse {
    /// What is to be seen before the partner has submitted: no more than whose opportunity it is.
    ///
    /// Integrators report that the summary is there by then and lacks InvolvementType and Visibility.
    public init(before opportunity: GetOpportunityResponse, origin: OpportunityOrigin) {
        self.init(catalog: opportunity.catalog, origin: origin, relatedOpportunityId: opportunity.id)
    }

    /// What AWS makes of a submission: the involvement that was asked for, and its own copy of the deal.
    public init(
        of opportunity: GetOpportunityResponse,
        origin: OpportunityOrigin,
        _ submission: OpportunitySubmission
    ) {
        self.init(before: opportunity, origin: origin)
        involvementType = submission.involvement
        visibility = submission.visibility
        takeOver(opportunity)
    }

    /// Copies what AWS's side shares with the partner's. Recorded answers after an approval show the contacts and the
    /// spend; the close date and the products are what the model's members say of themselves.
    private mutating func takeOver(_ opportunity: GetOpportunityResponse) {
        let related = opportunity.relatedEntityIdentifiers
        customer = AwsOpportunityCustomer(contacts: opportunity.customer?.contacts ?? [])
        project = AwsOpportunityProject(
            awsPartition: opportunity.project?.awsPartition,
            expectedCustomerSpend: opportunity.project?.expectedCustomerSpend
        )
        lifeCycle = AwsOpportunityLifeCycle(targetCloseDate: opportunity.lifeCycle?.targetCloseDate)
        relatedEntityIds = AwsOpportunityRelatedEntities(
            awsMarketplaceProducts: related.awsMarketplaceProducts,
            awsMarketplaceSolutions: related.awsMarketplaceSolutions,
            awsProducts: related.awsProducts,
            solutions: related.solutions
        )
    }

    /// The summary after a submission that follows a correction: the involvement may change, AWS's own words stay.
    public func resubmitted(
        _ opportunity: GetOpportunityResponse,
        _ submission: OpportunitySubmission
    ) -> GetAwsOpportunitySummaryResponse {
        var changed = self
        changed.involvementType = submission.involvement
        changed.visibility = submission.visibility
        let own = lifeCycle
        changed.takeOver(opportunity)
        changed.lifeCycle?.stage = own?.stage
        changed.lifeCycle?.nextSteps = own?.nextSteps
        changed.lifeCycle?.nextStepsHistory = own?.nextStepsHistory
        changed.lifeCycle?.closedLostReason = own?.closedLostReason
        return changed
    }

    /// The summary once AWS's reviewer has decided: an approval brings AWS's people to the deal.
    public func reviewed(_ status: ReviewStatus) -> GetAwsOpportunitySummaryResponse {
        guard status == .approved, opportunityTeam?.isEmpty != false else { return self }
        var changed = self
        changed.opportunityTeam = [Self.partnerDevelopmentManager]
        return changed
    }

    /// The summary after a partner who had submitted for visibility only has asked for co-selling.
    ///
    /// Undocumented: when AWS's side follows. At once is what a partner can test against.
    public func involved(_ opportunity: GetOpportunityResponse) -> GetAwsOpportunitySummaryResponse {
        guard involvementType == .forVisibilityOnly, OpportunityContent(opportunity).involvement == .coSell else {
            return self
        }
        var changed = self
        changed.involvementType = .coSell
        return changed
    }

    /// Recorded answers show one person after an approval, a partner development manager. Ours is plainly made up.
    private static let partnerDevelopmentManager = AwsTeamMember(
        businessTitle: .pdm,
        email: "partner.development@aws.example",
        firstName: "Partner",
        lastName: "Development"
    )
}

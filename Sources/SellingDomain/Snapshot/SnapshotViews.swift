public import SellingShapes

extension OpportunitySummaryView {
    /// What the members of an engagement see of a partner's opportunity.
    ///
    /// The members are the model's; a recorded snapshot has no others. So title, business problem, comments, marketing
    /// and revenue stay with the owner, and so does what passed between the owner and AWS about the review.
    public init(of opportunity: GetOpportunityResponse) {
        self.init(
            customer: opportunity.customer,
            lifecycle: opportunity.lifeCycle.map(LifeCycleForView.init(of:)),
            opportunityTeam: opportunity.opportunityTeam,
            opportunityType: opportunity.opportunityType,
            primaryNeedsFromAws: opportunity.primaryNeedsFromAws,
            project: opportunity.project.map(ProjectView.init(of:)),
            relatedEntityIdentifiers: opportunity.relatedEntityIdentifiers
        )
    }
}

extension LifeCycleForView {
    /// How far an opportunity has come, without the review's comments and the history of its next steps.
    init(of lifeCycle: LifeCycle) {
        self.init(
            nextSteps: lifeCycle.nextSteps,
            reviewStatus: lifeCycle.reviewStatus,
            stage: lifeCycle.stage,
            targetCloseDate: lifeCycle.targetCloseDate
        )
    }
}

extension ProjectView {
    /// What a project is worth and how it is delivered.
    init(of project: Project) {
        self.init(
            customerUseCase: project.customerUseCase,
            deliveryModels: project.deliveryModels,
            expectedContractDuration: project.expectedContractDuration ?? nil,
            expectedCustomerSpend: project.expectedCustomerSpend,
            otherSolutionDescription: project.otherSolutionDescription,
            salesActivities: project.salesActivities
        )
    }
}

extension AwsOpportunitySummaryFullView {
    /// What an opportunity's owner sees of AWS's side: all of GetAwsOpportunitySummary's answer but the catalog, which
    /// the snapshot itself names. The model lists the same members for both.
    public init(of summary: GetAwsOpportunitySummaryResponse) {
        self.init(
            cosellMotion: summary.cosellMotion,
            customer: summary.customer,
            insights: summary.insights,
            involvementType: summary.involvementType,
            involvementTypeChangeReason: summary.involvementTypeChangeReason,
            lifeCycle: summary.lifeCycle,
            opportunityTeam: summary.opportunityTeam,
            origin: summary.origin,
            project: summary.project,
            relatedEntityIds: summary.relatedEntityIds,
            relatedOpportunityId: summary.relatedOpportunityId,
            softwareRevenue: summary.softwareRevenue,
            visibility: summary.visibility
        )
    }
}

extension ResourceSnapshotPayload {
    /// Whether a running job takes a new snapshot where the last one shows `last`.
    ///
    /// An offer or an offer set is shown but starts none: by the developer guide's table of events, associating a
    /// solution is followed by a snapshot and associating an offer is not.
    public func isNews(after last: ResourceSnapshotPayload) -> Bool {
        withoutOffers != last.withoutOffers
    }

    private var withoutOffers: ResourceSnapshotPayload {
        guard case .opportunitySummary(var view) = self else { return self }
        view.relatedEntityIdentifiers?.awsMarketplaceOffers = nil
        view.relatedEntityIdentifiers?.awsMarketplaceOfferSets = nil
        return .opportunitySummary(view)
    }
}

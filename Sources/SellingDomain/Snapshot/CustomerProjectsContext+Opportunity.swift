public import SellingShapes
public import SmithyTypes

extension CustomerProjectsContext {
    /// What an engagement learns of the customer and the project by the first snapshot of an opportunity.
    ///
    /// Undocumented: what of an opportunity that is not filled in; a part whose required members are not all there is
    /// left out as a whole, because no answer may have it so.
    public init(of opportunity: GetOpportunityResponse) {
        self.init(
            customer: opportunity.customer?.account.flatMap(EngagementCustomer.init(of:)),
            project: EngagementCustomerProjectDetails(of: opportunity)
        )
    }
}

extension EngagementCustomer {
    init?(of account: Account) {
        guard let country = account.address?.countryCode, let industry = account.industry, let url = account.websiteUrl
        else { return nil }
        self.init(companyName: account.companyName, countryCode: country, industry: industry, websiteUrl: url)
    }
}

extension EngagementCustomerProjectDetails {
    init?(of opportunity: GetOpportunityResponse) {
        guard let problem = opportunity.project?.customerBusinessProblem, let title = opportunity.project?.title,
            let date = opportunity.lifeCycle?.targetCloseDate, !title.isEmpty
        else { return nil }
        self.init(businessProblem: problem, targetCompletionDate: date, title: title)
    }
}

extension Engagement {
    /// The engagement with a customer project, which a snapshot of an opportunity gives it; nil where it gives none,
    /// because there is no lead that it could follow from, or a project already.
    ///
    /// Undocumented: what happens where the engagement can have no further context; the snapshot is taken without.
    public func addingProject(
        of opportunity: GetOpportunityResponse,
        by account: String,
        at now: Timestamp
    ) -> Engagement? {
        let types = contextTypes
        guard types.contains(.lead), !types.contains(.customerProject), contextExcess == nil else { return nil }
        return adding(.customerProject(CustomerProjectsContext(of: opportunity)), by: account, at: now)
    }
}

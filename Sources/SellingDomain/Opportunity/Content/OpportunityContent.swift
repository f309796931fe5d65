public import SellingShapes

/// What a partner says of an opportunity: the members that CreateOpportunity and UpdateOpportunity both take.
///
/// Rules read and compare this form, whichever request or document it came from.
public struct OpportunityContent: Sendable, Hashable {
    public var customer: Customer?
    public var lifeCycle: LifeCycle?
    public var marketing: Marketing?
    public var nationalSecurity: NationalSecurity?
    public var opportunityType: OpportunityType?
    public var partnerOpportunityIdentifier: String?
    public var primaryNeedsFromAws: [PrimaryNeedFromAws]?
    public var project: Project?
    public var softwareRevenue: SoftwareRevenue?

    /// What the stored document says.
    public init(_ opportunity: GetOpportunityResponse) {
        customer = opportunity.customer
        lifeCycle = opportunity.lifeCycle
        marketing = opportunity.marketing
        nationalSecurity = opportunity.nationalSecurity
        opportunityType = opportunity.opportunityType
        partnerOpportunityIdentifier = opportunity.partnerOpportunityIdentifier
        primaryNeedsFromAws = opportunity.primaryNeedsFromAws
        project = opportunity.project
        softwareRevenue = opportunity.softwareRevenue
    }

    /// What an update says, as it was sent.
    public init(_ request: UpdateOpportunityRequest) {
        customer = request.customer
        lifeCycle = request.lifeCycle
        marketing = request.marketing
        nationalSecurity = request.nationalSecurity
        opportunityType = request.opportunityType
        partnerOpportunityIdentifier = request.partnerOpportunityIdentifier
        primaryNeedsFromAws = request.primaryNeedsFromAws
        project = request.project
        softwareRevenue = request.softwareRevenue
    }

    /// What a new opportunity is asked to say.
    public init(_ request: CreateOpportunityRequest) {
        customer = request.customer
        lifeCycle = request.lifeCycle
        marketing = request.marketing
        nationalSecurity = request.nationalSecurity
        opportunityType = request.opportunityType
        partnerOpportunityIdentifier = request.partnerOpportunityIdentifier
        primaryNeedsFromAws = request.primaryNeedsFromAws
        project = request.project
        softwareRevenue = request.softwareRevenue
    }
}

extension GetOpportunityResponse {
    /// The same opportunity, saying this: identity, dates, team and associations stay.
    public func saying(_ content: OpportunityContent) -> GetOpportunityResponse {
        var changed = self
        changed.customer = content.customer
        changed.lifeCycle = content.lifeCycle
        changed.marketing = content.marketing
        changed.nationalSecurity = content.nationalSecurity
        changed.opportunityType = content.opportunityType
        changed.partnerOpportunityIdentifier = content.partnerOpportunityIdentifier
        changed.primaryNeedsFromAws = content.primaryNeedsFromAws
        changed.project = content.project
        changed.softwareRevenue = content.softwareRevenue
        return changed
    }
}

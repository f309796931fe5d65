import SellingShapes

// Every member that a partner fills in. AWS's own (review status, comments and reason, the history of next steps) are not
// among them: a partner's word on those is not an edit.

extension OpportunityField {
    static let companyName = field("customer.account.companyName", \.customer.made.account.made.statedCompanyName)
    static let industry = field("customer.account.industry", \.customer.made.account.made.industry)
    static let otherIndustry = field("customer.account.otherIndustry", \.customer.made.account.made.otherIndustry)
    static let websiteURL = field("customer.account.websiteUrl", \.customer.made.account.made.websiteUrl)
    static let awsAccountId = field("customer.account.awsAccountId", \.customer.made.account.made.awsAccountId)
    static let duns = field("customer.account.duns", \.customer.made.account.made.duns)
    static let city = field("customer.account.address.city", \.customer.made.account.made.address.made.city)
    static let countryCode = field(
        "customer.account.address.countryCode",
        \.customer.made.account.made.address.made.countryCode
    )
    static let postalCode = field(
        "customer.account.address.postalCode",
        \.customer.made.account.made.address.made.postalCode
    )
    static let stateOrRegion = field(
        "customer.account.address.stateOrRegion",
        \.customer.made.account.made.address.made.stateOrRegion
    )
    static let streetAddress = field(
        "customer.account.address.streetAddress",
        \.customer.made.account.made.address.made.streetAddress
    )
    static let contacts = field("customer.contacts", \.customer.made.contacts)
}

extension OpportunityField {
    static let closedLostReason = field("lifeCycle.closedLostReason", \.lifeCycle.made.closedLostReason)
    static let nextSteps = field("lifeCycle.nextSteps", \.lifeCycle.made.nextSteps)
    static let stage = field("lifeCycle.stage", \.lifeCycle.made.stage)
    static let targetCloseDate = field("lifeCycle.targetCloseDate", \.lifeCycle.made.targetCloseDate)
}

extension OpportunityField {
    static let awsFundingUsed = field("marketing.awsFundingUsed", \.marketing.made.awsFundingUsed)
    static let campaignName = field("marketing.campaignName", \.marketing.made.campaignName)
    static let channels = field("marketing.channels", \.marketing.made.channels)
    static let marketingSource = field("marketing.source", \.marketing.made.source)
    static let marketingUseCases = field("marketing.useCases", \.marketing.made.useCases)
}

extension OpportunityField {
    static let additionalComments = field("project.additionalComments", \.project.made.additionalComments)
    static let apnPrograms = field("project.apnPrograms", \.project.made.apnPrograms)
    static let awsPartition = field("project.awsPartition", \.project.made.awsPartition)
    static let competitorName = field("project.competitorName", \.project.made.competitorName)
    static let customerBusinessProblem = field(
        "project.customerBusinessProblem",
        \.project.made.customerBusinessProblem
    )
    static let customerUseCase = field("project.customerUseCase", \.project.made.customerUseCase)
    static let deliveryModels = field("project.deliveryModels", \.project.made.deliveryModels)
    static let contractDuration = field("project.expectedContractDuration", \.project.made.statedContractDuration)
    static let customerSpend = field("project.expectedCustomerSpend", \.project.made.expectedCustomerSpend)
    static let otherCompetitorNames = field("project.otherCompetitorNames", \.project.made.otherCompetitorNames)
    static let otherSolutionDescription = field(
        "project.otherSolutionDescription",
        \.project.made.otherSolutionDescription
    )
    static let relatedOpportunity = field(
        "project.relatedOpportunityIdentifier",
        \.project.made.relatedOpportunityIdentifier
    )
    static let salesActivities = field("project.salesActivities", \.project.made.salesActivities)
    static let title = field("project.title", \.project.made.title)
}

extension OpportunityField {
    static let nationalSecurity = field("nationalSecurity", \.nationalSecurity)
    static let opportunityType = field("opportunityType", \.opportunityType)
    static let partnerOpportunityIdentifier = field("partnerOpportunityIdentifier", \.partnerOpportunityIdentifier)
    static let primaryNeeds = field("primaryNeedsFromAws", \.primaryNeedsFromAws)
    static let revenueDeliveryModel = field("softwareRevenue.deliveryModel", \.softwareRevenue.made.deliveryModel)
    static let revenueEffectiveDate = field("softwareRevenue.effectiveDate", \.softwareRevenue.made.effectiveDate)
    static let revenueExpirationDate = field("softwareRevenue.expirationDate", \.softwareRevenue.made.expirationDate)
    static let revenueValue = field("softwareRevenue.value", \.softwareRevenue.made.value)
}

extension OpportunityField {
    /// All of them, in the order in which refusals name them.
    public static let all: [OpportunityField] = [
        partnerOpportunityIdentifier, opportunityType, nationalSecurity, primaryNeeds,
        companyName, industry, otherIndustry, websiteURL, awsAccountId, duns,
        city, countryCode, postalCode, stateOrRegion, streetAddress, contacts,
        title, customerBusinessProblem, customerUseCase, deliveryModels, customerSpend, contractDuration,
        salesActivities, competitorName, otherCompetitorNames, otherSolutionDescription, relatedOpportunity,
        additionalComments, apnPrograms, awsPartition,
        stage, closedLostReason, nextSteps, targetCloseDate,
        marketingSource, awsFundingUsed, campaignName, channels, marketingUseCases,
        revenueDeliveryModel, revenueEffectiveDate, revenueExpirationDate, revenueValue,
    ]

    /// Key paths to members are literals here, and literals are Sendable.
    private static func field<Value: Hashable & Sendable>(
        _ name: String,
        _ member: any WritableKeyPath<OpportunityContent, Value?> & Sendable
    ) -> OpportunityField {
        OpportunityField(name, member)
    }
}

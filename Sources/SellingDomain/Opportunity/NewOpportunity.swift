public import SellingShapes
public import SmithyTypes

/// What a new opportunity is given from outside: drawn once, so that making it is a pure function.
public struct NewOpportunityFacts: Sendable {
    public let identifier: String
    public let arn: String
    public let now: Timestamp
    /// The account's alliance lead, who owns what the account creates.
    public let owner: Contact

    public init(identifier: String, arn: String, now: Timestamp, owner: Contact) {
        self.identifier = identifier
        self.arn = arn
        self.now = now
        self.owner = owner
    }
}

extension GetOpportunityResponse {
    /// The opportunity that a partner's CreateOpportunity makes.
    ///
    /// Whatever review status is sent, it begins as Pending Submission (model); members that are AWS's alone, such as
    /// review comments, are dropped.
    public init(created request: CreateOpportunityRequest, _ facts: NewOpportunityFacts) {
        self.init(
            arn: facts.arn,
            catalog: request.catalog,
            createdDate: facts.now,
            customer: request.customer.map(Self.withContacts),
            id: facts.identifier,
            lastModifiedDate: facts.now,
            lifeCycle: Self.lifeCycle(request.lifeCycle, facts.now),
            marketing: Self.marketing(request.marketing),
            // The older interface's field sheet names both defaults; recorded answers agree.
            nationalSecurity: request.nationalSecurity ?? .no,
            opportunityTeam: Self.team(request.opportunityTeam ?? [], facts.owner),
            opportunityType: request.opportunityType ?? .netNewBusiness,
            partnerOpportunityIdentifier: request.partnerOpportunityIdentifier,
            primaryNeedsFromAws: request.primaryNeedsFromAws,
            project: request.project.map(Self.withContractValue),
            relatedEntityIdentifiers: .none,
            softwareRevenue: request.softwareRevenue
        )
    }

    /// GetOpportunity shows an empty list where a customer has no contacts (captured).
    private static func withContacts(_ customer: Customer) -> Customer {
        var customer = customer
        customer.contacts = customer.contacts ?? []
        return customer
    }

    private static func lifeCycle(_ sent: LifeCycle?, _ now: Timestamp) -> LifeCycle {
        LifeCycle(
            nextSteps: sent?.nextSteps,
            // Undocumented: the first text is taken as a change from none, so that the history is whole.
            nextStepsHistory: sent?.nextSteps.map { [NextStepsHistory(time: now, value: $0)] },
            reviewStatus: .pendingSubmission,
            stage: sent?.stage ?? .prospect,
            targetCloseDate: sent?.targetCloseDate
        )
    }

    /// Marketing is an object in every recorded answer, with the source None where nothing was sent.
    private static func marketing(_ sent: Marketing?) -> Marketing {
        var marketing = sent ?? Marketing()
        marketing.source = marketing.source ?? MarketingSource.none
        return marketing
    }

    /// The owner, then whom the partner sent. Undocumented: a sent owner gives way, for there is one; and of ten that
    /// were sent all are kept beside the owner.
    private static func team(_ sent: [Contact], _ lead: Contact) -> [Contact] {
        let title = "OpportunityOwner"
        var owner = lead
        owner.businessTitle = title
        return [owner] + sent.filter { $0.businessTitle != title }
    }

    /// With a Self entry the service adds the monthly AWS entry beside it where there is none (deal sizing).
    /// Undocumented: how it reckons the amount; the contract's value spread evenly over its months is our guess.
    private static func withContractValue(_ project: Project) -> Project {
        var project = project
        guard let duration = project.expectedContractDuration ?? nil else {
            // Null clears what is stored; nothing is stored yet, so that it is kept as absent, which answers leave out.
            project.expectedContractDuration = nil
            return project
        }
        guard let spend = project.expectedCustomerSpend, let own = spend.first(where: \.isSelf),
            !spend.contains(where: \.isAWS)
        else { return project }
        let monthly = ExpectedCustomerSpend(
            amount: own.amount.flatMap { monthlyAmount($0, months: duration.value) },
            currencyCode: own.currencyCode,
            frequency: .monthly,
            targetCompany: "AWS"
        )
        project.expectedCustomerSpend = spend + [monthly]
        return project
    }

    private static func monthlyAmount(_ total: String, months: String) -> String? {
        guard let amount = Double(total), let count = Int(months), count > 0 else { return nil }
        let cents = (amount / Double(count) * 100).rounded()
        guard cents < 1e15 else { return nil }
        let whole = Int(cents)
        let fraction = whole % 100
        return fraction == 0 ? "\(whole / 100)" : "\(whole / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

extension RelatedEntityIdentifiers {
    /// No association yet: every list is there and empty, as recorded answers show.
    public static var none: RelatedEntityIdentifiers {
        RelatedEntityIdentifiers(
            awsMarketplaceOfferSets: [],
            awsMarketplaceOffers: [],
            awsMarketplaceProducts: [],
            awsMarketplaceSolutions: [],
            awsProducts: [],
            solutions: []
        )
    }
}

public import SellingShapes
public import SmithyTypes

/// What a new opportunity is given from outside: drawn once, so that making it is a pure function.
public struct NewOpportunityFacts: Sendable {
    public let identifier: String
    public let arn: String
    public let now: Timestamp
    /// The account's alliance lead, who owns what the account creates.
    public let owner: PartnerUser

    public init(identifier: String, arn: String, now: Timestamp, owner: PartnerUser) {
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
            customer: request.customer.map(\.withContacts),
            id: facts.identifier,
            lastModifiedDate: facts.now,
            lifeCycle: Self.lifeCycle(request.lifeCycle, facts.now),
            marketing: request.marketing.withSource,
            // The older interface's field sheet names both defaults; recorded answers agree.
            nationalSecurity: request.nationalSecurity ?? .no,
            opportunityTeam: Self.team(request.opportunityTeam ?? [], facts.owner),
            opportunityType: request.opportunityType ?? .netNewBusiness,
            partnerOpportunityIdentifier: request.partnerOpportunityIdentifier,
            primaryNeedsFromAws: request.primaryNeedsFromAws,
            project: request.project.map { $0.withSpendAsKept() },
            relatedEntityIdentifiers: .none,
            softwareRevenue: request.softwareRevenue
        )
    }

    private static func lifeCycle(_ sent: LifeCycle?, _ now: Timestamp) -> LifeCycle {
        LifeCycle(
            // Kept as it is sent: that it goes with a loss alone is asked at submission.
            closedLostReason: sent?.closedLostReason,
            nextSteps: sent?.nextSteps,
            // Undocumented: the first text is taken as a change from none, so that the history is whole.
            nextStepsHistory: LifeCycle().history(adding: sent?.nextSteps, at: now),
            reviewStatus: .pendingSubmission,
            stage: sent?.stage ?? .prospect,
            targetCloseDate: sent?.targetCloseDate
        )
    }

    /// The owner, then whom the partner sent. Undocumented: a sent owner gives way, for there is one; and of ten that
    /// were sent all are kept beside the owner.
    private static func team(_ sent: [Contact], _ lead: PartnerUser) -> [Contact] {
        [lead.owner] + sent.filter { $0.businessTitle != lead.owner.businessTitle }
    }
}

extension Customer {
    /// GetOpportunity shows an empty list where a customer has no contacts (captured).
    var withContacts: Customer {
        var customer = self
        customer.contacts = contacts ?? []
        return customer
    }
}

extension Marketing? {
    /// Marketing is an object in every recorded answer, with the source None where nothing was sent.
    var withSource: Marketing {
        var marketing = self ?? Marketing()
        marketing.source = marketing.source ?? MarketingSource.none
        return marketing
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

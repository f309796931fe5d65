public import SellingShapes
import SmithyTypes

extension Engagement {
    /// The lead in the context that a conversion names, where it may be converted (`RuleCatalogue.contextIsLead`,
    /// `RuleCatalogue.leadQualified`).
    public func convertibleLead(_ contextIdentifier: String) throws(TaskFailure) -> LeadContext {
        guard let context = contexts.first(where: { $0.id == contextIdentifier }) else {
            throw TaskFailure(.contextNotFound, [.contextNotFound(contextIdentifier)])
        }
        guard case .lead(let lead) = context.payload else {
            throw TaskFailure(
                // By the names of the reasons. Undocumented: the reason for a ProspectingResult, which has none.
                context.type == .customerProject ? .customerProjectContextNotPermitted : .engagementValidationFailed,
                [.contextIsNoLead(contextIdentifier, context.type)]
            )
        }
        guard lead.qualificationStatus != "Disqualified" else {
            throw TaskFailure(.disqualifiedLeadNotPermitted, [.disqualified(contextIdentifier)])
        }
        guard contextExcess == nil else {
            throw TaskFailure(.serviceQuotaExceeded, [.noRoomForProject(contexts.count)])
        }
        return lead
    }
}

extension GetOpportunityResponse {
    /// The draft that a lead becomes (captured, title and dates included).
    ///
    /// Undocumented: what of a lead that no opportunity can hold, whose members are narrower. An industry that is none of
    /// the opportunity's becomes Other with its name; a country, website or problem that is none is left out.
    public init(convertedFrom lead: LeadContext, in catalog: CatalogIdentifier, _ facts: NewOpportunityFacts) {
        let problem = lead.interactions.last { $0.businessProblem?.isEmpty == false }?.businessProblem
        let closeDate = Timestamp(millisecondsSinceEpoch: facts.now.millisecondsSinceEpoch + 90 * 86_400_000)
        self.init(
            arn: facts.arn,
            catalog: catalog,
            createdDate: facts.now,
            customer: Customer(account: Account(of: lead.customer), contacts: []),
            id: facts.identifier,
            lastModifiedDate: facts.now,
            lifeCycle: LifeCycle(reviewStatus: .pendingSubmission, stage: .prospect, targetCloseDate: closeDate.day),
            marketing: Marketing(source: MarketingSource.none),
            nationalSecurity: .no,
            opportunityTeam: [facts.owner.owner],
            opportunityType: .netNewBusiness,
            project: Project(
                customerBusinessProblem: problem.flatMap { $0.unicodeScalars.count >= 20 ? $0 : nil },
                expectedCustomerSpend: [],
                title: "Converted from Lead"
            ),
            relatedEntityIdentifiers: .none
        )
    }
}

extension Account {
    /// City, state and postal code are not taken over (captured).
    fileprivate init(of customer: LeadCustomer) {
        let industry = customer.industry.map(Industry.init(rawValue:))
        let isKnown = industry?.isModelled == true
        let country = customer.address?.countryCode.map(CountryCode.init(rawValue:))
        self.init(
            address: Address(countryCode: country?.isModelled == true ? country : nil),
            companyName: customer.companyName,
            industry: isKnown ? industry : customer.industry.flatMap { $0.isEmpty ? nil : .other },
            otherIndustry: isKnown ? nil : customer.industry.flatMap { $0.isEmpty ? nil : $0 },
            websiteUrl: customer.websiteUrl.flatMap { $0.unicodeScalars.count >= 4 ? $0 : nil }
        )
    }
}

extension RuleViolation {
    fileprivate static func contextNotFound(_ identifier: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.contextExists,
            "contextIdentifier",
            .invalidValue,
            "The engagement has no context \(identifier).",
            offendingValue: identifier,
            wouldPass: "the identifier of a Lead context, as GetEngagement gives it"
        )
    }

    fileprivate static func contextIsNoLead(_ identifier: String, _ type: EngagementContextType) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.contextIsLead,
            "contextIdentifier",
            .actionNotPermitted,
            "The context \(identifier) is a \(type.rawValue); an opportunity is made of a Lead.",
            offendingValue: identifier,
            wouldPass: "the identifier of a Lead context"
        )
    }

    fileprivate static func disqualified(_ identifier: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.leadQualified,
            "contextIdentifier",
            .actionNotPermitted,
            "The lead in the context \(identifier) is Disqualified.",
            offendingValue: identifier,
            wouldPass: "a lead with any other QualificationStatus, or with none"
        )
    }

    fileprivate static func noRoomForProject(_ count: Int) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.contextLimit,
            "contextIdentifier",
            .tooManyValues,
            "The engagement has \(count) contexts and can have \(Engagement.mostContexts): there is no room for a "
                + "CustomerProject.",
            offendingValue: "\(count) contexts",
            wouldPass: "an engagement with fewer contexts"
        )
    }
}

import SellingDomain
import SellingShapes
import Testing

@Suite("What must be said when an opportunity is submitted")
struct RequirementTests {
    /// Each member that a co-sell submission wants; the same without those marked is what visibility only wants.
    static let rows:
        [(field: String, forVisibilityOnly: Bool, omit: @Sendable (inout GetOpportunityResponse) -> Void)] = [
            ("primaryNeedsFromAws", false, { $0.primaryNeedsFromAws = nil }),
            ("customer.account.companyName", true, { $0.customer?.account?.companyName = "" }),
            ("customer.account.industry", true, { $0.customer?.account?.industry = nil }),
            ("customer.account.websiteUrl", true, { $0.customer?.account?.websiteUrl = nil }),
            ("customer.account.address.countryCode", true, { $0.customer?.account?.address?.countryCode = nil }),
            ("customer.account.address.postalCode", true, { $0.customer?.account?.address?.postalCode = nil }),
            ("customer.account.address.stateOrRegion", true, { $0.customer?.account?.address?.stateOrRegion = nil }),
            ("project.title", true, { $0.project?.title = nil }),
            ("project.customerBusinessProblem", true, { $0.project?.customerBusinessProblem = nil }),
            ("project.customerUseCase", true, { $0.project?.customerUseCase = nil }),
            ("project.deliveryModels", true, { $0.project?.deliveryModels = [] }),
            ("project.expectedCustomerSpend", true, { $0.project?.expectedCustomerSpend = [] }),
            ("project.expectedCustomerSpend.amount", true, { $0.project?.expectedCustomerSpend?[0].amount = nil }),
            ("project.salesActivities", false, { $0.project?.salesActivities = nil }),
            ("lifeCycle.targetCloseDate", true, { $0.lifeCycle?.targetCloseDate = nil }),
            ("relatedEntityIdentifiers.solutions", true, { $0.relatedEntityIdentifiers = .none }),
            ("customer.account.otherIndustry", true, { $0.customer?.account?.otherIndustry = nil }),
            ("project.otherCompetitorNames", true, { $0.project?.otherCompetitorNames = "" }),
            ("marketing.awsFundingUsed", true, { $0.marketing?.awsFundingUsed = nil }),
        ]

    static func missing(
        _ opportunity: GetOpportunityResponse,
        _ involvement: SalesInvolvementType = .coSell,
        _ setting: OpportunitySetting = .sample()
    ) -> [String] {
        let submission = OpportunitySubmission(involvement: involvement, visibility: nil)
        return opportunity.submissionViolations(submission, setting).filter { $0.code == .requiredFieldMissing }
            .map(\.fieldName)
    }

    @Test(
        "a complete opportunity can be submitted",
        arguments: SalesInvolvementType.modelled,
        CatalogIdentifier.modelled
    )
    func complete(_ involvement: SalesInvolvementType, _ catalog: CatalogIdentifier) throws {
        let submission = OpportunitySubmission(involvement: involvement, visibility: nil)
        let opportunity = GetOpportunityResponse.complete(in: catalog)
        #expect(opportunity.submissionViolations(submission, .sample()).isEmpty)
        #expect(try opportunity.submitted(as: submission, .sample()).reviewStatus == .submitted)
    }

    @Test("each member alone is missed", arguments: rows.indices)
    func each(_ index: Int) {
        let row = Self.rows[index]
        var opportunity = GetOpportunityResponse.complete()
        row.omit(&opportunity)
        #expect(Self.missing(opportunity) == [row.field])
        #expect(Self.missing(opportunity, .forVisibilityOnly) == (row.forVisibilityOnly ? [row.field] : []))
    }

    @Test("all that is missing is told together")
    func together() {
        let opportunity = GetOpportunityResponse.sample()
        let missing = Self.missing(opportunity)
        #expect(
            Set(missing).isSuperset(of: ["project.title", "customer.account.industry", "lifeCycle.targetCloseDate"])
        )
        #expect(missing.count == Set(missing).count)
        #expect(missing.count >= 12)
    }

    static let waivers: [(String, @Sendable (inout GetOpportunityResponse) -> Void)] = [
        (
            "a state outside the United States",
            { $0.customer?.account?.address = Address(countryCode: .de, postalCode: "20095") }
        ),
        ("a postal code where there is none", { $0.customer?.account?.address = Address(countryCode: .ae) }),
        (
            "website and state of a national security customer",
            {
                $0.nationalSecurity = .yes
                $0.customer?.account?.industry = .government
                $0.customer?.account?.otherIndustry = nil
                $0.customer?.account?.websiteUrl = nil
                $0.customer?.account?.address?.stateOrRegion = nil
            }
        ),
        (
            "a solution where a Marketplace product is",
            { $0.relatedEntityIdentifiers = .with(.sample(.awsMarketplaceProducts)) }
        ),
        (
            "a solution where a Marketplace solution is",
            { $0.relatedEntityIdentifiers = .with(.sample(.awsMarketplaceSolutions)) }
        ),
    ]

    @Test("what is not wanted", arguments: waivers.indices)
    func excused(_ index: Int) {
        var opportunity = GetOpportunityResponse.complete()
        Self.waivers[index].1(&opportunity)
        #expect(Self.missing(opportunity).isEmpty, "\(Self.waivers[index].0)")
    }

    @Test("another solution's description does in Sandbox as observed, until Committed")
    func otherSolution() {
        var opportunity = GetOpportunityResponse.complete()
        opportunity.relatedEntityIdentifiers = .none
        #expect(Self.missing(opportunity) == ["relatedEntityIdentifiers.solutions"])
        #expect(Self.missing(opportunity, .coSell, .sample(.observed)).isEmpty)
        opportunity.lifeCycle?.stage = .committed
        #expect(Self.missing(opportunity, .coSell, .sample(.observed)) == ["relatedEntityIdentifiers.solutions"])
    }

    @Test("Launched wants the customer's account, Closed Lost a reason")
    func stages() {
        var opportunity = GetOpportunityResponse.complete(.pendingSubmission, .launched)
        opportunity.customer?.account?.awsAccountId = nil
        #expect(Self.missing(opportunity) == ["customer.account.awsAccountId"])
        let lost = GetOpportunityResponse.complete(.approved, .qualified)
        var request = lost.echo
        request.lifeCycle?.stage = .closedLost
        let refused = refusal { () throws(Refusal) in try lost.updated(by: request, .sample()) }
        #expect(refused?.violations.map(\.fieldName) == ["lifeCycle.closedLostReason"])
    }

    @Test("an inherited opportunity owes the rest from Qualified on", arguments: Stage.modelled)
    func inherited(_ stage: Stage) {
        var stored = GetOpportunityResponse.complete(.approved, .prospect)
        stored.project = Project(customerBusinessProblem: stored.project?.customerBusinessProblem)
        stored.primaryNeedsFromAws = [.doNotNeedSupportFromAwsSalesRep]
        stored.relatedEntityIdentifiers = .none
        var request = stored.echo
        request.lifeCycle?.stage = stage
        if stage == .closedLost { request.lifeCycle?.closedLostReason = .price }
        let refused = refusal { () throws(Refusal) in
            try stored.updated(by: request, .sample(isInherited: true))
        }
        let owed: Set = [
            "project.customerUseCase", "project.deliveryModels", "project.expectedCustomerSpend",
            "relatedEntityIdentifiers.solutions",
        ]
        let fields = Set(refused?.violations.map(\.fieldName) ?? [])
        #expect(fields.isSuperset(of: owed) == ![.prospect, .closedLost].contains(stage))
        #expect(fields.isEmpty == [.prospect, .closedLost].contains(stage))
    }
}

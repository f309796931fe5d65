import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("What a task makes of what it is given")
struct TaskMappingTests {
    private static let facts = NewOpportunityFacts(
        identifier: "O1",
        arn: "arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/O1",
        now: Timestamp(millisecondsSinceEpoch: 1_767_225_600_000),
        owner: PartnerUser(email: "a@b.example", firstName: "A", lastName: "B", phone: nil, isAllianceLead: true)
    )

    private static func lead(
        _ problems: [String?],
        industry: String? = "Aerospace",
        country: String? = "US",
        website: String? = "https://acme.example"
    ) -> LeadContext {
        LeadContext(
            customer: LeadCustomer(
                address: LeadAddress(city: "Tacoma", countryCode: country, postalCode: "98402"),
                companyName: "Acme Corp",
                industry: industry,
                websiteUrl: website
            ),
            interactions: problems.map { problem in
                LeadInteraction(
                    businessProblem: problem,
                    contact: LeadContact(businessTitle: "CTO", email: "t@t.com", firstName: "S", lastName: "P")
                )
            }
        )
    }

    private static func draft(_ lead: LeadContext) -> GetOpportunityResponse {
        GetOpportunityResponse(convertedFrom: lead, in: .sandbox, facts)
    }

    private static let problem = "The yard waits for its pumps."

    @Test("a lead's problem is that of its last interaction which has one")
    func problem() {
        let later = "The yard waits for its cranes."
        #expect(Self.draft(Self.lead([Self.problem, later])).project?.customerBusinessProblem == later)
        #expect(Self.draft(Self.lead([Self.problem, nil])).project?.customerBusinessProblem == Self.problem)
        #expect(Self.draft(Self.lead([nil])).project?.customerBusinessProblem == nil)
    }

    @Test("what an opportunity cannot hold of a lead is left out or put elsewhere")
    func narrower() {
        let account = Self.draft(Self.lead(["short"], industry: "Shipyards", country: "Atlantis", website: "x"))
        #expect(account.project?.customerBusinessProblem == nil)
        #expect(account.customer?.account?.industry == .other)
        #expect(account.customer?.account?.otherIndustry == "Shipyards")
        #expect(account.customer?.account?.address == Address())
        #expect(account.customer?.account?.websiteUrl == nil)
    }

    @Test("a lead's city and postal code are not taken over, its country is")
    func address() {
        let account = Self.draft(Self.lead([nil])).customer?.account
        #expect(account?.address == Address(countryCode: .us))
        #expect(account?.industry == Industry(rawValue: "Aerospace") && account?.otherIndustry == nil)
    }

    static let amounts: [(String?, String?)] = [
        ("10000.00", "10000"), ("10000.50", "10000.5"), ("10000.05", "10000.05"), ("10000", "10000"), ("0.00", "0"),
        ("100.", "100"), (nil, nil),
    ]

    @Test("an amount is copied without idle decimals, and an estimate not at all", arguments: amounts)
    func amount(_ sent: String?, _ kept: String?) {
        let payload = OpportunityInvitationPayload(
            customer: EngagementCustomer(companyName: "C", countryCode: .us, industry: .other, websiteUrl: "c.example"),
            project: ProjectDetails(
                businessProblem: Self.problem,
                expectedCustomerSpend: [
                    ExpectedCustomerSpend(
                        amount: sent,
                        currencyCode: .usd,
                        estimationUrl: "https://calculator.aws/#/estimate?id=1",
                        frequency: .monthly,
                        targetCompany: "AWS"
                    )
                ],
                targetCompletionDate: "2030-01-31",
                title: "T"
            ),
            receiverResponsibilities: [.reseller]
        )
        let copy = GetOpportunityResponse(inherited: payload, in: .sandbox, reviewStatus: .submitted, Self.facts)
        let entry = copy.project?.expectedCustomerSpend?.first
        #expect(entry?.amount == kept && entry?.estimationUrl == nil)
    }

    @Test("an engagement's title and description are cut in scalars")
    func cut() {
        var opportunity = GetOpportunityResponse(
            created: CreateOpportunityRequest(catalog: .sandbox, clientToken: "t"),
            Self.facts
        )
        let facts = NewEngagementFacts(identifier: "eng-1", arn: "arn", now: Self.facts.now, creator: "aws")
        #expect(Engagement(for: opportunity, facts).title == "")
        opportunity.project = Project(
            customerBusinessProblem: String(repeating: "é", count: 256),
            title: String(repeating: "👍🏽", count: 40)
        )
        let engagement = Engagement(for: opportunity, facts)
        #expect(engagement.title == String(repeating: "👍🏽", count: 20))
        #expect(engagement.description?.unicodeScalars.count == 255)
        #expect(engagement.contextTypes == [.customerProject])
    }

    @Test("a payload has every member that the model requires, whatever the opportunity says")
    func payload() {
        let opportunity = GetOpportunityResponse(
            created: CreateOpportunityRequest(catalog: .sandbox, clientToken: "t"),
            Self.facts
        )
        let payload = OpportunityInvitationPayload(of: opportunity, for: [.reseller], from: [])
        #expect(!payload.customer.companyName.isEmpty && payload.customer.websiteUrl.count >= 4)
        #expect(payload.project.businessProblem.count >= 20 && !payload.project.title.isEmpty)
        #expect(payload.project.targetCompletionDate == "2026-04-01" && payload.senderContacts == nil)
    }

    @Test("a copy follows an approval only where its own review has come so far")
    func along() {
        for (status, follows) in [
            (ReviewStatus.submitted, true), (.inReview, true), (.actionRequired, false),
            (.pendingSubmission, false), (.approved, false), (.rejected, false),
        ] {
            var copy = GetOpportunityResponse(
                created: CreateOpportunityRequest(catalog: .sandbox, clientToken: "t"),
                Self.facts
            )
            copy.lifeCycle?.reviewStatus = status
            let approved = copy.approvedAlong(OpportunitySetting(now: Self.facts.now))
            #expect((approved?.reviewStatus == .approved) == follows, "\(status)")
        }
    }
}

import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("What a snapshot shows")
struct SnapshotViewTests {
    typealias Change = @Sendable (inout GetOpportunityResponse) -> Void

    static let view = SnapshotTemplates.opportunitySummaryView.view

    @Test("of a partner's opportunity: customer, team, needs, associations, and of life cycle and project a part")
    func shown() {
        let view = OpportunitySummaryView(of: .full)
        #expect(view.customer == GetOpportunityResponse.full.customer)
        #expect(view.opportunityTeam == GetOpportunityResponse.full.opportunityTeam)
        #expect(view.opportunityType == .expansion)
        #expect(view.primaryNeedsFromAws == [.coSellPricingAssistance])
        #expect(view.relatedEntityIdentifiers == GetOpportunityResponse.full.relatedEntityIdentifiers)
        #expect(
            view.lifecycle
                == LifeCycleForView(
                    nextSteps: "Call",
                    reviewStatus: .approved,
                    stage: .qualified,
                    targetCloseDate: "2030-01-31"
                )
        )
        #expect(
            view.project
                == ProjectView(
                    customerUseCase: "Storage & Backup",
                    deliveryModels: [.saaSOrPaaS],
                    expectedContractDuration: ExpectedContractDuration(term: .months, value: "12"),
                    expectedCustomerSpend: GetOpportunityResponse.full.project?.expectedCustomerSpend,
                    otherSolutionDescription: "Crane",
                    salesActivities: [SalesActivity.modelled[0]]
                )
        )
    }

    @Test("of an opportunity that says nothing: nothing but its lists")
    func empty() {
        var opportunity = GetOpportunityResponse.sample()
        opportunity.lifeCycle = nil
        #expect(
            OpportunitySummaryView(of: opportunity)
                == OpportunitySummaryView(relatedEntityIdentifiers: RelatedEntityIdentifiers.none)
        )
    }

    static let hidden: [(String, Change)] = [
        ("the title", { $0.project?.title = "Other" }),
        ("the business problem", { $0.project?.customerBusinessProblem = "Another problem of theirs." }),
        ("the comments", { $0.project?.additionalComments = "Other" }),
        ("the competitors", { $0.project?.otherCompetitorNames = "Other" }),
        ("the programs", { $0.project?.apnPrograms = [] }),
        ("the related opportunity", { $0.project?.relatedOpportunityIdentifier = "O3" }),
        ("the marketing", { $0.marketing = nil }),
        ("the revenue", { $0.softwareRevenue = nil }),
        ("national security", { $0.nationalSecurity = .yes }),
        ("the partner's own identifier", { $0.partnerOpportunityIdentifier = "CRM-2" }),
        ("the review's comments", { $0.lifeCycle?.reviewComments = "Other" }),
        ("the review's reason", { $0.lifeCycle?.reviewStatusReason = "Other" }),
        ("the history of next steps", { $0.lifeCycle?.nextStepsHistory = [] }),
        ("why it was lost", { $0.lifeCycle?.closedLostReason = nil }),
        ("the date of the change", { $0.lastModifiedDate = .later }),
    ]

    @Test("is not changed by what it does not show", arguments: hidden)
    func unchanged(_ name: String, _ change: Change) {
        var opportunity = GetOpportunityResponse.full
        change(&opportunity)
        #expect(opportunity != .full)
        #expect(Self.view(opportunity) == Self.view(.full))
    }

    static let news: [(String, Change)] = [
        ("the customer", { $0.customer?.account?.address?.city = "Kiel" }),
        ("the contacts", { $0.customer?.contacts = [] }),
        ("the team", { $0.opportunityTeam = [] }),
        ("the type", { $0.opportunityType = .netNewBusiness }),
        ("the needs", { $0.primaryNeedsFromAws = nil }),
        ("the stage", { $0.lifeCycle?.stage = .committed }),
        ("the review", { $0.lifeCycle?.reviewStatus = .submitted }),
        ("the next steps", { $0.lifeCycle?.nextSteps = nil }),
        ("the close date", { $0.lifeCycle?.targetCloseDate = "2030-02-01" }),
        ("the use case", { $0.project?.customerUseCase = nil }),
        ("the delivery", { $0.project?.deliveryModels = [] }),
        ("the duration", { $0.project?.expectedContractDuration = nil }),
        ("the spend", { $0.project?.expectedCustomerSpend?[0].amount = "200" }),
        ("the other solution", { $0.project?.otherSolutionDescription = "" }),
        ("the activities", { $0.project?.salesActivities = [] }),
        ("a solution", { $0.relatedEntityIdentifiers.solutions?.append("S-2") }),
        ("a product", { $0.relatedEntityIdentifiers.awsProducts = [] }),
        ("a Marketplace solution", { $0.relatedEntityIdentifiers.awsMarketplaceSolutions = [] }),
        ("a Marketplace product", { $0.relatedEntityIdentifiers.awsMarketplaceProducts = [] }),
    ]

    @Test("is news to a job where it differs", arguments: news)
    func isNews(_ name: String, _ change: Change) {
        var opportunity = GetOpportunityResponse.full
        change(&opportunity)
        #expect(Self.view(opportunity).isNews(after: Self.view(.full)))
        #expect(!Self.view(opportunity).isNews(after: Self.view(opportunity)))
    }

    @Test("shows offers, and they are no news")
    func offers() {
        var opportunity = GetOpportunityResponse.full
        opportunity.relatedEntityIdentifiers.awsMarketplaceOffers = []
        opportunity.relatedEntityIdentifiers.awsMarketplaceOfferSets = ["offerset-1"]
        #expect(Self.view(opportunity) != Self.view(.full))
        #expect(!Self.view(opportunity).isNews(after: Self.view(.full)))
    }

    @Test("of AWS's side: all that GetAwsOpportunitySummary answers")
    func fullView() {
        let summary = GetAwsOpportunitySummaryResponse(
            catalog: .sandbox,
            cosellMotion: "Motion",
            customer: AwsOpportunityCustomer(),
            insights: AwsOpportunityInsights(),
            involvementType: .coSell,
            involvementTypeChangeReason: InvolvementTypeChangeReason.modelled[0],
            lifeCycle: AwsOpportunityLifeCycle(nextSteps: "Call"),
            opportunityTeam: [AwsTeamMember(email: "pdm@aws.example")],
            origin: .partnerReferral,
            project: AwsOpportunityProject(),
            relatedEntityIds: AwsOpportunityRelatedEntities(solutions: ["S-1"]),
            relatedOpportunityId: "O1",
            softwareRevenue: AwsSoftwareRevenue(),
            visibility: .full
        )
        let view = AwsOpportunitySummaryFullView(
            cosellMotion: "Motion",
            customer: AwsOpportunityCustomer(),
            insights: AwsOpportunityInsights(),
            involvementType: .coSell,
            involvementTypeChangeReason: InvolvementTypeChangeReason.modelled[0],
            lifeCycle: AwsOpportunityLifeCycle(nextSteps: "Call"),
            opportunityTeam: [AwsTeamMember(email: "pdm@aws.example")],
            origin: .partnerReferral,
            project: AwsOpportunityProject(),
            relatedEntityIds: AwsOpportunityRelatedEntities(solutions: ["S-1"]),
            relatedOpportunityId: "O1",
            softwareRevenue: AwsSoftwareRevenue(),
            visibility: .full
        )
        #expect(SnapshotTemplates.awsOpportunitySummaryFullView.view(summary) == .awsOpportunitySummaryFullView(view))
    }
}

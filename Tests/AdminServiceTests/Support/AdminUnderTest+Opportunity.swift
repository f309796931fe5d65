import SellingShapes
import SellingWire
import Store

extension AdminUnderTest {
    /// Creates an opportunity that has all that a submission needs.
    func create(catalog: CatalogIdentifier = .sandbox) async throws -> String {
        let spend = ExpectedCustomerSpend(amount: "10", currencyCode: .usd, frequency: .monthly, targetCompany: "AWS")
        let request = CreateOpportunityRequest(
            catalog: catalog,
            clientToken: "token-\(UInt64.random(in: .min ... .max))",
            customer: Customer(
                account: Account(
                    address: Address(countryCode: .de, postalCode: "20095"),
                    companyName: "Acme Weaving",
                    industry: .manufacturing,
                    websiteUrl: "https://www.acme.example"
                )
            ),
            lifeCycle: LifeCycle(targetCloseDate: "2030-06-30"),
            marketing: Marketing(source: MarketingSource.none),
            primaryNeedsFromAws: [.coSellDealSupport],
            project: Project(
                customerBusinessProblem: "Forty years of patterns lie on tape.",
                customerUseCase: "Storage & Backup",
                deliveryModels: [.saaSOrPaaS],
                expectedCustomerSpend: [spend],
                salesActivities: [.conductedPocDemo],
                title: "Pattern archive"
            )
        )
        let identifier = try await sell(CreateOpportunity.self, request).id
        let association = AssociateOpportunityRequest(
            catalog: catalog,
            opportunityIdentifier: identifier,
            relatedEntityIdentifier: "S-1234567",
            relatedEntityType: .solutions
        )
        try await sell(AssociateOpportunity.self, association)
        return identifier
    }

    /// Creates an opportunity and submits it.
    func submit(catalog: CatalogIdentifier = .sandbox) async throws -> String {
        let identifier = try await create(catalog: catalog)
        try await sell(
            SubmitOpportunity.self,
            SubmitOpportunityRequest(catalog: catalog, identifier: identifier, involvementType: .coSell)
        )
        return identifier
    }

    func get(_ identifier: String, catalog: CatalogIdentifier = .sandbox) async throws -> GetOpportunityResponse {
        try await sell(GetOpportunity.self, GetOpportunityRequest(catalog: catalog, identifier: identifier))
    }

    func summary(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox
    ) async throws -> GetAwsOpportunitySummaryResponse {
        try await sell(
            GetAwsOpportunitySummary.self,
            GetAwsOpportunitySummaryRequest(catalog: catalog, relatedOpportunityIdentifier: identifier)
        )
    }

    /// The detail types of all events in the outbox, in order.
    func events() async throws -> [String] {
        try await store.read { try Outbox.pending(in: $0, limit: 1_000).map(\.event.detailType) }
    }
}

import SellingShapes
import SellingWire

extension ServiceUnderTest {
    /// Creates an opportunity that has all that a submission needs.
    func createSubmittable(
        title: String = "Pattern archive",
        company: String = "Acme Weaving",
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> String {
        let request = CreateOpportunityRequest(
            catalog: catalog,
            clientToken: "token-\(UInt64.random(in: .min ... .max))",
            customer: Self.customer(company),
            lifeCycle: LifeCycle(stage: .qualified, targetCloseDate: "2030-06-30"),
            marketing: Marketing(source: MarketingSource.none),
            opportunityType: .netNewBusiness,
            primaryNeedsFromAws: [.coSellDealSupport],
            project: Self.project(title)
        )
        let identifier = try await call(CreateOpportunity.self, request, account: account).id
        try await associate(identifier, .solutions, "S-1234567", catalog: catalog, account: account)
        return identifier
    }

    /// Creates an opportunity and submits it.
    func submitted(
        title: String = "Pattern archive",
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> String {
        let identifier = try await createSubmittable(title: title, catalog: catalog, account: account)
        try await submit(identifier, catalog: catalog, account: account)
        return identifier
    }

    func submit(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws {
        let request = SubmitOpportunityRequest(catalog: catalog, identifier: identifier, involvementType: .coSell)
        try await call(SubmitOpportunity.self, request, account: account)
    }

    /// Sends what GetOpportunity answers, with another life cycle.
    func update(_ identifier: String, _ change: (inout LifeCycle) -> Void = { _ in }) async throws {
        let opportunity = try await get(identifier)
        var lifeCycle = opportunity.lifeCycle ?? LifeCycle()
        change(&lifeCycle)
        let request = UpdateOpportunityRequest(
            catalog: opportunity.catalog,
            customer: opportunity.customer,
            identifier: identifier,
            lastModifiedDate: opportunity.lastModifiedDate,
            lifeCycle: lifeCycle,
            marketing: opportunity.marketing,
            nationalSecurity: opportunity.nationalSecurity,
            opportunityType: opportunity.opportunityType,
            primaryNeedsFromAws: opportunity.primaryNeedsFromAws,
            project: opportunity.project
        )
        try await call(UpdateOpportunity.self, request)
    }

    func status(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox
    ) async throws -> ReviewStatus? {
        try await get(identifier, catalog: catalog).lifeCycle?.reviewStatus
    }

    private static func customer(_ company: String) -> Customer {
        Customer(
            account: Account(
                address: Address(city: "Hamburg", countryCode: .de, postalCode: "20095"),
                companyName: company,
                industry: .manufacturing,
                websiteUrl: "https://www.acme.example"
            )
        )
    }

    private static func project(_ title: String) -> Project {
        Project(
            customerBusinessProblem: "Forty years of patterns lie on tape.",
            customerUseCase: "Storage & Backup",
            deliveryModels: [.saaSOrPaaS],
            expectedCustomerSpend: [
                ExpectedCustomerSpend(amount: "2500", currencyCode: .usd, frequency: .monthly, targetCompany: "AWS")
            ],
            salesActivities: [.conductedPocDemo],
            title: title
        )
    }
}

import AWSJSON
import SellingShapes
import SellingWire

/// An opportunity's way through its life, as a partner takes it.
extension ServiceUnderTest {
    /// Creates an opportunity that says all that a submission wants, with a solution.
    func createComplete(
        in catalog: CatalogIdentifier = .sandbox,
        account: String = account,
        _ change: (inout CreateOpportunityRequest) -> Void = { _ in }
    ) async throws -> String {
        var request = CreateOpportunityRequest.complete(catalog)
        change(&request)
        let identifier = try await call(CreateOpportunity.self, request, account: account).id
        try await associate(identifier, .solutions, "S-1234567", catalog: catalog, account: account)
        return identifier
    }

    func submit(
        _ identifier: String,
        in catalog: CatalogIdentifier = .sandbox,
        _ involvement: SalesInvolvementType = .coSell,
        account: String = account
    ) async throws {
        let request = SubmitOpportunityRequest(
            catalog: catalog,
            identifier: identifier,
            involvementType: involvement
        )
        try await call(SubmitOpportunity.self, request, account: account)
    }

    /// Reads, changes and writes back, as a client does.
    @discardableResult
    func update(
        _ identifier: String,
        in catalog: CatalogIdentifier = .sandbox,
        _ change: (inout UpdateOpportunityRequest) -> Void = { _ in }
    ) async throws -> UpdateOpportunityResponse {
        var request = UpdateOpportunityRequest(echoing: try await get(identifier, catalog: catalog))
        change(&request)
        return try await call(UpdateOpportunity.self, request)
    }

    func summary(
        _ identifier: String,
        in catalog: CatalogIdentifier = .sandbox
    ) async throws -> GetAwsOpportunitySummaryResponse {
        let request = GetAwsOpportunitySummaryRequest(catalog: catalog, relatedOpportunityIdentifier: identifier)
        return try await call(GetAwsOpportunitySummary.self, request)
    }
}

extension UpdateOpportunityRequest {
    /// GetOpportunity's answer as an update that changes nothing.
    init(echoing opportunity: GetOpportunityResponse) {
        self.init(
            catalog: opportunity.catalog,
            customer: opportunity.customer,
            identifier: opportunity.id,
            lastModifiedDate: opportunity.lastModifiedDate,
            lifeCycle: opportunity.lifeCycle,
            marketing: opportunity.marketing,
            nationalSecurity: opportunity.nationalSecurity,
            opportunityType: opportunity.opportunityType,
            partnerOpportunityIdentifier: opportunity.partnerOpportunityIdentifier,
            primaryNeedsFromAws: opportunity.primaryNeedsFromAws,
            project: opportunity.project,
            softwareRevenue: opportunity.softwareRevenue
        )
    }
}

extension CreateOpportunityRequest {
    /// All that a co-sell submission wants, but the solution.
    static func complete(_ catalog: CatalogIdentifier) -> CreateOpportunityRequest {
        CreateOpportunityRequest(
            catalog: catalog,
            clientToken: "token-\(UInt64.random(in: .min ... .max))",
            customer: Customer(
                account: Account(
                    address: Address(countryCode: .us, postalCode: "98101", stateOrRegion: "Washington"),
                    awsAccountId: "210987654321",
                    companyName: "Example Corp",
                    industry: .manufacturing,
                    websiteUrl: "https://example.com"
                )
            ),
            lifeCycle: LifeCycle(stage: .prospect, targetCloseDate: "2030-06-30"),
            primaryNeedsFromAws: [.coSellDealSupport],
            project: Project(
                customerBusinessProblem: "Forty years of patterns lie on tape.",
                customerUseCase: "Storage & Backup",
                deliveryModels: [.saaSOrPaaS],
                expectedCustomerSpend: [
                    ExpectedCustomerSpend(amount: "2500", currencyCode: .usd, frequency: .monthly, targetCompany: "AWS")
                ],
                salesActivities: [.conductedPocDemo],
                title: "Pattern archive"
            )
        )
    }
}

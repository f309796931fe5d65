import SellingShapes
import SmithyTypes

extension GetOpportunityResponse {
    /// An opportunity with something in every member that a snapshot may show or hide.
    static let full = GetOpportunityResponse(
        arn: "arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/O1",
        catalog: .sandbox,
        createdDate: Timestamp(millisecondsSinceEpoch: 0),
        customer: Customer(
            account: Account(
                address: Address(city: "Hamburg", countryCode: CountryCode(rawValue: "DE")),
                companyName: "Werft",
                industry: .manufacturing,
                websiteUrl: "https://werft.example"
            ),
            contacts: [Contact(email: "ada@werft.example", firstName: "Ada")]
        ),
        id: "O1",
        lastModifiedDate: Timestamp(millisecondsSinceEpoch: 1_000),
        lifeCycle: LifeCycle(
            closedLostReason: .other,
            nextSteps: "Call",
            nextStepsHistory: [NextStepsHistory(time: Timestamp(millisecondsSinceEpoch: 0), value: "Call")],
            reviewComments: "Fine",
            reviewStatus: .approved,
            reviewStatusReason: "Complete",
            stage: .qualified,
            targetCloseDate: "2030-01-31"
        ),
        marketing: Marketing(source: MarketingSource.none),
        nationalSecurity: .no,
        opportunityTeam: [Contact(businessTitle: "OpportunityOwner", email: "lead@partner.example")],
        opportunityType: .expansion,
        partnerOpportunityIdentifier: "CRM-1",
        primaryNeedsFromAws: [.coSellPricingAssistance],
        project: Project(
            additionalComments: "Quiet harbour",
            apnPrograms: ["Program"],
            awsPartition: AwsPartition.modelled[0],
            competitorName: .onPrem,
            customerBusinessProblem: "Docks stand empty all day.",
            customerUseCase: "Storage & Backup",
            deliveryModels: [.saaSOrPaaS],
            expectedContractDuration: ExpectedContractDuration(term: .months, value: "12"),
            expectedCustomerSpend: [
                ExpectedCustomerSpend(
                    amount: "100",
                    currencyCode: CurrencyCode(rawValue: "USD"),
                    frequency: .monthly,
                    targetCompany: "AWS"
                )
            ],
            otherCompetitorNames: "Others",
            otherSolutionDescription: "Crane",
            relatedOpportunityIdentifier: "O2",
            salesActivities: [SalesActivity.modelled[0]],
            title: "Docks"
        ),
        relatedEntityIdentifiers: RelatedEntityIdentifiers(
            awsMarketplaceOfferSets: [],
            awsMarketplaceOffers: ["offer-1"],
            awsMarketplaceProducts: ["prod-1"],
            awsMarketplaceSolutions: ["soln-1"],
            awsProducts: ["AmazonS3"],
            solutions: ["S-1"]
        ),
        softwareRevenue: SoftwareRevenue(deliveryModel: RevenueModel.modelled[0])
    )
}

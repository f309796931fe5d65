import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

extension GetOpportunityResponse {
    /// An opportunity that says everything a partner can say, and is in good standing wherever it is in its life.
    static func complete(
        _ reviewStatus: ReviewStatus = .pendingSubmission,
        _ stage: Stage = .qualified,
        in catalog: CatalogIdentifier = .sandbox
    ) -> GetOpportunityResponse {
        GetOpportunityResponse(
            arn: "arn:of:it",
            catalog: catalog,
            createdDate: Timestamp(millisecondsSinceEpoch: 0),
            customer: completeCustomer,
            id: "O1",
            lastModifiedDate: Timestamp(millisecondsSinceEpoch: 1_000),
            lifeCycle: LifeCycle(
                nextSteps: "Call them.",
                nextStepsHistory: [
                    NextStepsHistory(time: Timestamp(millisecondsSinceEpoch: 500), value: "Call them.")
                ],
                reviewStatus: reviewStatus,
                stage: stage,
                targetCloseDate: "2030-06-30"
            ),
            marketing: Marketing(
                awsFundingUsed: .yes,
                campaignName: "Archive week",
                channels: [.liveEvent],
                source: .marketingActivity,
                useCases: ["Storage"]
            ),
            nationalSecurity: .no,
            opportunityTeam: [allianceLead(ofAccount: "123456789012").owner],
            opportunityType: .expansion,
            partnerOpportunityIdentifier: "CRM-42",
            primaryNeedsFromAws: [.coSellDealSupport],
            project: completeProject,
            relatedEntityIdentifiers: .with(.sample(.solutions)),
            softwareRevenue: SoftwareRevenue(
                deliveryModel: .subscription,
                effectiveDate: "2030-01-01",
                expirationDate: "2031-01-01",
                value: MonetaryValue(amount: "100", currencyCode: .usd)
            )
        )
    }

    private static var completeCustomer: Customer {
        Customer(
            account: Account(
                address: Address(
                    city: "Seattle",
                    countryCode: .us,
                    postalCode: "98101",
                    stateOrRegion: "Washington",
                    streetAddress: "1 Pike Place"
                ),
                awsAccountId: "210987654321",
                companyName: "Example Corp",
                duns: "123456789",
                industry: .other,
                otherIndustry: "Archery",
                websiteUrl: "https://example.com"
            ),
            contacts: [Contact(businessTitle: "CTO", email: "ada@example.com", firstName: "Ada", lastName: "L")]
        )
    }

    private static var completeProject: Project {
        Project(
            additionalComments: "None.",
            apnPrograms: ["ISV Accelerate"],
            awsPartition: nil,
            competitorName: .other,
            customerBusinessProblem: "Forty years of patterns lie on tape.",
            customerUseCase: "Storage & Backup",
            deliveryModels: [.saaSOrPaaS],
            expectedContractDuration: nil,
            expectedCustomerSpend: [
                ExpectedCustomerSpend(amount: "2500", currencyCode: .usd, frequency: .monthly, targetCompany: "AWS")
            ],
            otherCompetitorNames: "A shelf",
            otherSolutionDescription: "A tape reader",
            relatedOpportunityIdentifier: "O2",
            salesActivities: [.conductedPocDemo],
            title: "Pattern archive"
        )
    }

    /// GetOpportunity's answer as an UpdateOpportunity that changes nothing.
    var echo: UpdateOpportunityRequest {
        UpdateOpportunityRequest(
            catalog: catalog,
            customer: customer,
            identifier: id,
            lastModifiedDate: lastModifiedDate,
            lifeCycle: lifeCycle,
            marketing: marketing,
            nationalSecurity: nationalSecurity,
            opportunityType: opportunityType,
            partnerOpportunityIdentifier: partnerOpportunityIdentifier,
            primaryNeedsFromAws: primaryNeedsFromAws,
            project: project,
            softwareRevenue: softwareRevenue
        )
    }
}

extension RelatedEntityIdentifiers {
    static func with(_ entities: RelatedEntity...) -> RelatedEntityIdentifiers {
        var related = RelatedEntityIdentifiers.none
        for entity in entities { related[entity.type].append(entity.identifier) }
        return related
    }
}

extension OpportunitySetting {
    /// 2026-01-01, as documented.
    static func sample(
        _ mode: SandboxMode = .documented,
        isInherited: Bool = false,
        knowsRelatedOpportunity: Bool = true
    ) -> OpportunitySetting {
        OpportunitySetting(
            now: CivilTime(year: 2026, month: 1, day: 1, hour: 12).timestamp,
            mode: mode,
            isInherited: isInherited,
            knowsRelatedOpportunity: knowsRelatedOpportunity
        )
    }
}

/// One member of an update, and how a test changes it to another value that would stand by itself.
struct FieldChange: Sendable, CustomTestStringConvertible {
    let fieldName: String
    let change: @Sendable (inout UpdateOpportunityRequest) -> Void
    let omit: @Sendable (inout UpdateOpportunityRequest) -> Void

    var testDescription: String { fieldName }

    init(
        _ fieldName: String,
        _ change: @escaping @Sendable (inout UpdateOpportunityRequest) -> Void,
        _ omit: @escaping @Sendable (inout UpdateOpportunityRequest) -> Void
    ) {
        self.fieldName = fieldName
        self.change = change
        self.omit = omit
    }
}

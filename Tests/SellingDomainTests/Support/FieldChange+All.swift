import SellingDomain
import SellingShapes

extension FieldChange {
    static let all: [FieldChange] = customer + project + rest

    private static let customer: [FieldChange] = [
        FieldChange(
            "customer.account.companyName",
            { $0.customer?.account?.companyName = "Other Corp" },
            { $0.customer?.account?.companyName = "" }
        ),
        FieldChange(
            "customer.account.industry",
            { $0.customer?.account?.industry = .retail },
            { $0.customer?.account?.industry = nil }
        ),
        FieldChange(
            "customer.account.otherIndustry",
            { $0.customer?.account?.otherIndustry = "Chess" },
            { $0.customer?.account?.otherIndustry = nil }
        ),
        FieldChange(
            "customer.account.websiteUrl",
            { $0.customer?.account?.websiteUrl = "https://other.example" },
            { $0.customer?.account?.websiteUrl = nil }
        ),
        FieldChange(
            "customer.account.awsAccountId",
            { $0.customer?.account?.awsAccountId = "111122223333" },
            { $0.customer?.account?.awsAccountId = nil }
        ),
        FieldChange(
            "customer.account.duns",
            { $0.customer?.account?.duns = "987654321" },
            { $0.customer?.account?.duns = nil }
        ),
        FieldChange(
            "customer.account.address.city",
            { $0.customer?.account?.address?.city = "Tacoma" },
            { $0.customer?.account?.address?.city = nil }
        ),
        FieldChange(
            "customer.account.address.countryCode",
            { $0.customer?.account?.address?.countryCode = .ar },
            { $0.customer?.account?.address?.countryCode = nil }
        ),
        FieldChange(
            "customer.account.address.postalCode",
            { $0.customer?.account?.address?.postalCode = "98402" },
            { $0.customer?.account?.address?.postalCode = nil }
        ),
        FieldChange(
            "customer.account.address.stateOrRegion",
            { $0.customer?.account?.address?.stateOrRegion = "Oregon" },
            { $0.customer?.account?.address?.stateOrRegion = nil }
        ),
        FieldChange(
            "customer.account.address.streetAddress",
            { $0.customer?.account?.address?.streetAddress = "2 Pike Place" },
            { $0.customer?.account?.address?.streetAddress = nil }
        ),
        FieldChange(
            "customer.contacts",
            { $0.customer?.contacts = [Contact(firstName: "Grace")] },
            { $0.customer?.contacts = nil }
        ),
    ]

    private static let project: [FieldChange] = [
        FieldChange("project.title", { $0.project?.title = "Another" }, { $0.project?.title = nil }),
        FieldChange(
            "project.customerBusinessProblem",
            { $0.project?.customerBusinessProblem = "The drives are no longer made." },
            { $0.project?.customerBusinessProblem = nil }
        ),
        FieldChange(
            "project.customerUseCase",
            { $0.project?.customerUseCase = "Archiving" },
            { $0.project?.customerUseCase = nil }
        ),
        FieldChange(
            "project.deliveryModels",
            { $0.project?.deliveryModels = [.resell] },
            { $0.project?.deliveryModels = nil }
        ),
        FieldChange(
            "project.expectedCustomerSpend",
            { $0.project?.expectedCustomerSpend?[0].amount = "2600" },
            { $0.project?.expectedCustomerSpend = nil }
        ),
        FieldChange(
            "project.salesActivities",
            { $0.project?.salesActivities = [.sowSigned] },
            { $0.project?.salesActivities = nil }
        ),
        FieldChange(
            "project.competitorName",
            { $0.project?.competitorName = .akamai },
            { $0.project?.competitorName = nil }
        ),
        FieldChange(
            "project.otherCompetitorNames",
            { $0.project?.otherCompetitorNames = "Two shelves" },
            { $0.project?.otherCompetitorNames = nil }
        ),
        FieldChange(
            "project.otherSolutionDescription",
            { $0.project?.otherSolutionDescription = "Two readers" },
            { $0.project?.otherSolutionDescription = nil }
        ),
        FieldChange(
            "project.relatedOpportunityIdentifier",
            { $0.project?.relatedOpportunityIdentifier = "O3" },
            { $0.project?.relatedOpportunityIdentifier = nil }
        ),
        FieldChange(
            "project.additionalComments",
            { $0.project?.additionalComments = "Some." },
            { $0.project?.additionalComments = nil }
        ),
        FieldChange("project.apnPrograms", { $0.project?.apnPrograms = ["MAP"] }, { $0.project?.apnPrograms = nil }),
    ]

    private static let rest: [FieldChange] = [
        FieldChange(
            "partnerOpportunityIdentifier",
            { $0.partnerOpportunityIdentifier = "CRM-43" },
            { $0.partnerOpportunityIdentifier = nil }
        ),
        FieldChange("opportunityType", { $0.opportunityType = .netNewBusiness }, { $0.opportunityType = nil }),
        FieldChange(
            "primaryNeedsFromAws",
            { $0.primaryNeedsFromAws = [.coSellPricingAssistance] },
            { $0.primaryNeedsFromAws = nil }
        ),
        FieldChange("lifeCycle.stage", { $0.lifeCycle?.stage = .committed }, { $0.lifeCycle?.stage = nil }),
        FieldChange(
            "lifeCycle.nextSteps",
            { $0.lifeCycle?.nextSteps = "Call again." },
            { $0.lifeCycle?.nextSteps = nil }
        ),
        FieldChange(
            "lifeCycle.targetCloseDate",
            { $0.lifeCycle?.targetCloseDate = "2030-07-31" },
            { $0.lifeCycle?.targetCloseDate = nil }
        ),
        FieldChange(
            "marketing.campaignName",
            { $0.marketing?.campaignName = "P3" },
            { $0.marketing?.campaignName = nil }
        ),
        FieldChange("marketing.channels", { $0.marketing?.channels = [.email] }, { $0.marketing?.channels = nil }),
        FieldChange("marketing.useCases", { $0.marketing?.useCases = ["IoT"] }, { $0.marketing?.useCases = nil }),
        FieldChange(
            "softwareRevenue.deliveryModel",
            { $0.softwareRevenue?.deliveryModel = .contract },
            { $0.softwareRevenue?.deliveryModel = nil }
        ),
        FieldChange(
            "softwareRevenue.effectiveDate",
            { $0.softwareRevenue?.effectiveDate = "2030-02-01" },
            { $0.softwareRevenue?.effectiveDate = nil }
        ),
        FieldChange(
            "softwareRevenue.expirationDate",
            { $0.softwareRevenue?.expirationDate = "2031-02-01" },
            { $0.softwareRevenue?.expirationDate = nil }
        ),
        FieldChange(
            "softwareRevenue.value",
            { $0.softwareRevenue?.value = MonetaryValue(amount: "200", currencyCode: .usd) },
            { $0.softwareRevenue?.value = nil }
        ),
    ]
}

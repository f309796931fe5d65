import SellingShapes
import SmithyTypes

/// Needs ask for AWS's help or say that none is needed, never both, and a co-sell submission asks.
func needsViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let needs = standing.content.primaryNeedsFromAws ?? []
    guard needs.contains(.doNotNeedSupportFromAwsSalesRep),
        needs.contains(where: \.isCoSell) || standing.involvement == .coSell
    else { return [] }
    return [
        RuleViolation(
            RuleCatalogue.needsExclude,
            OpportunityField.primaryNeeds.name,
            .invalidValue,
            "'\(PrimaryNeedFromAws.doNotNeedSupportFromAwsSalesRep.rawValue)' does not go with co-selling.",
            offendingValue: OpportunityField.primaryNeeds.text(in: standing.content),
            wouldPass: "needs that all begin with Co-Sell, or that one alone with a submission for visibility only"
        )
    ]
}

/// Names of other competitors go with the competitor *Other (its spelling is the model's) and with no other.
func competitorViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let rule = RuleCatalogue.otherCompetitors
    return standing.content.project?.competitorName == .other
        ? wanted(.otherCompetitorNames, standing, rule, "the competitor is '*Other'")
        : unwanted(.otherCompetitorNames, standing, rule, "the competitor is not '*Other'")
}

/// The use case is one of AWS's list, although the model leaves it a free text.
func useCaseViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let useCase = standing.content.project?.customerUseCase, !useCase.isEmpty,
        !CustomerUseCases.all.contains(useCase)
    else { return [] }
    let hint = nearest(to: useCase, in: CustomerUseCases.all).map { " Did you mean '\($0)'?" } ?? ""
    return [
        RuleViolation(
            RuleCatalogue.customerUseCase,
            OpportunityField.customerUseCase.name,
            .invalidEnumValue,
            "'\(useCase)' is not one of the customer use cases.\(hint)",
            offendingValue: useCase,
            wouldPass: "one of: \(CustomerUseCases.all.joined(separator: " | "))"
        )
    ]
}

/// Spend is told in USD or EUR, and in EUR alone for the European sovereign partition.
func currencyViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let isSovereign = standing.content.project?.awsPartition == .awsEusc
    let allowed: [CurrencyCode] = isSovereign ? [.eur] : [.usd, .eur]
    return standing.spend.filter { !allowed.contains($0.currencyCode) }.map { entry in
        let names = allowed.map(\.rawValue).joined(separator: " or ")
        let place = isSovereign ? " in the partition aws-eusc" : ""
        return RuleViolation(
            RuleCatalogue.spendCurrency,
            "project.expectedCustomerSpend.currencyCode",
            .invalidValue,
            "The currency of ExpectedCustomerSpend must be \(names)\(place).",
            offendingValue: entry.currencyCode.rawValue,
            wouldPass: names
        )
    }
}

/// An amount of nothing is no expectation.
func amountViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    standing.spend.compactMap(\.amount).filter { !$0.isEmpty && isZero($0) }.map { amount in
        RuleViolation(
            RuleCatalogue.spendAmount,
            "project.expectedCustomerSpend.amount",
            .valueOutOfRange,
            "The amount of ExpectedCustomerSpend must be greater than 0.",
            offendingValue: amount,
            wouldPass: "an amount above zero"
        )
    }
}

private func isZero(_ amount: String) -> Bool {
    amount.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
}

/// A renewal names the opportunity that it renews, and whoever names one names one of the caller's own.
func relatedOpportunityViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    if let identifier = standing.content.relatedOpportunityToFind, !standing.knowsRelatedOpportunity {
        return [
            RuleViolation(
                RuleCatalogue.relatedOpportunityExists,
                OpportunityField.relatedOpportunity.name,
                .invalidValue,
                "RelatedOpportunityIdentifier must name another opportunity of the same account and catalog.",
                offendingValue: identifier,
                wouldPass: "an identifier that ListOpportunities gives, other than this opportunity's own"
            )
        ]
    }
    guard standing.content.opportunityType == .flatRenewal else { return [] }
    return wanted(
        .relatedOpportunity,
        standing,
        RuleCatalogue.renewalNamesOriginal,
        "the opportunity type is 'Flat Renewal'"
    )
}

extension OpportunityContent {
    /// The opportunity that this one must be able to point to; nil where it points to none, or where AWS does not look.
    ///
    /// The testing workbook of the older interface: the reference of a Net New Business is ignored.
    public var relatedOpportunityToFind: String? {
        guard opportunityType == .flatRenewal || opportunityType == .expansion else { return nil }
        return project?.relatedOpportunityIdentifier
    }
}

/// AWS's list of customer use cases, from the field values that its samples for partner CRM integration publish.
enum CustomerUseCases {
    static let all = [
        "AI Machine Learning and Analytics", "Archiving",
        "Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI", "Blockchain",
        "Business Applications & Contact Center", "Business Applications & SAP Production",
        "Business Applications: Mainframe Modernization", "Centralized Operations Management", "Cloud Management Tools",
        "Cloud Management Tools & DevOps with Continuous Integration & Continuous Delivery (CICD)",
        "Configuration, Compliance & Auditing", "Connected Services", "Containers & Serverless",
        "Content Delivery & Edge Services", "Database", "Edge Computing / End User Computing", "Energy",
        "Enterprise Governance & Controls", "Enterprise Resource Planning", "Financial Services",
        "Healthcare and Life Sciences", "High Performance Computing", "Hybrid Application Platform",
        "IOT", "Industrial Software", "Manufacturing, Supply Chain and Operations",
        "Media & High performance computing (HPC)", "Migration / Database Migration", "Monitoring & Observability",
        "Monitoring, logging and performance", "Networking", "Outpost", "SAP", "Security & Compliance",
        "Storage & Backup", "Training", "VMC", "VMWare", "Web development & DevOps",
    ]
}

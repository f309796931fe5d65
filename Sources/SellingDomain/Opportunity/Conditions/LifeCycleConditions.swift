import SellingShapes

/// A deal is not expected to have closed already.
func closeDateViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let date = standing.content.lifeCycle?.targetCloseDate, date < standing.today,
        standing.mode == .documented
    else { return [] }
    return [
        RuleViolation(
            RuleCatalogue.closeDate,
            OpportunityField.targetCloseDate.name,
            .invalidValue,
            "TargetCloseDate must not be in the past: today is \(standing.today).",
            offendingValue: date,
            wouldPass: "\(standing.today) or later"
        )
    ]
}

/// A reason for a loss goes with a loss and with nothing else; that a loss needs one is in the table of requirements.
func closedLostViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard standing.stage != .closedLost else { return [] }
    return unwanted(
        .closedLostReason,
        standing,
        RuleCatalogue.closedLostReason,
        "the stage is not 'Closed Lost'"
    )
}

/// What Marketing may say beside its source.
func marketingViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let marketing = standing.content.marketing else { return [] }
    guard marketing.source == .marketingActivity else {
        let companions: [OpportunityField] = [.awsFundingUsed, .campaignName, .channels, .marketingUseCases]
        return companions.flatMap {
            unwanted($0, standing, RuleCatalogue.marketingCompanions, "Marketing.Source is not 'Marketing Activity'")
        }
    }
    let funding = wanted(
        .awsFundingUsed,
        standing,
        RuleCatalogue.marketingCompanions,
        "Marketing.Source is 'Marketing Activity'"
    )
    guard marketing.awsFundingUsed == .no else { return funding }
    return funding
        + unwanted(.marketingUseCases, standing, RuleCatalogue.fundedUseCases, "AwsFundingUsed is 'No'")
}

/// A contract does not end before it begins.
func softwareRevenueViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let revenue = standing.content.softwareRevenue, let begin = revenue.effectiveDate,
        let end = revenue.expirationDate, end < begin
    else { return [] }
    return [
        RuleViolation(
            RuleCatalogue.revenueDates,
            OpportunityField.revenueExpirationDate.name,
            .invalidValue,
            "Contract end date cannot be earlier than contract start date.",
            offendingValue: end,
            wouldPass: "\(begin) or later"
        )
    ]
}

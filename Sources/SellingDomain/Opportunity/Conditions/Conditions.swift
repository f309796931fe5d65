import SellingShapes

/// Everything in a submitted opportunity that does not go together, though each member by itself is as the model wants it.
///
/// Asked at submission and of every change after it; before, an opportunity may be as unfinished as its author.
func conditionViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    let conditions: [(OpportunityStanding) -> [RuleViolation]] = [
        industryViolations, nationalSecurityViolations, stateViolations, postalCodeViolations,
        needsViolations, competitorViolations, useCaseViolations, currencyViolations, amountViolations,
        relatedOpportunityViolations, closeDateViolations, closedLostViolations, marketingViolations,
        softwareRevenueViolations,
    ]
    let strict = standing.mode == .observed ? strictCloseDateViolations(standing) : []
    return conditions.flatMap { $0(standing) } + strict
}

/// A member that may not be said because of what another says.
func unwanted(
    _ field: OpportunityField,
    _ standing: OpportunityStanding,
    _ rule: Rule,
    _ reason: String,
    wouldPass: String = "no value"
) -> [RuleViolation] {
    guard !field.isMissing(in: standing.content) else { return [] }
    return [
        RuleViolation(
            rule,
            field.name,
            .actionNotPermitted,
            "\(field.name) must be empty: \(reason).",
            offendingValue: field.text(in: standing.content),
            wouldPass: wouldPass
        )
    ]
}

/// A member that must be said because of what another says.
func wanted(
    _ field: OpportunityField,
    _ standing: OpportunityStanding,
    _ rule: Rule,
    _ reason: String
) -> [RuleViolation] {
    guard field.isMissing(in: standing.content) else { return [] }
    return [
        RuleViolation(
            rule,
            field.name,
            .requiredFieldMissing,
            "\(field.name) is required: \(reason).",
            wouldPass: "any value that the model allows"
        )
    ]
}

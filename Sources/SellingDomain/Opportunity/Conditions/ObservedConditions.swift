import SellingShapes

/// What integrators saw Sandbox refuse already at creation and at every update, where AWS's pages ask for it only by
/// the time of submission. Applied by `--sandbox observed`.
func observedViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard standing.mode == .observed else { return [] }
    let early: [(OpportunityStanding) -> [RuleViolation]] = [
        marketingViolations, stateViolations, postalCodeViolations, currencyViolations,
    ]
    return strictCloseDateViolations(standing)
        + early.flatMap { $0(standing) }.map { $0.attributed(to: RuleCatalogue.observedEarlyConditions) }
}

func strictCloseDateViolations(_ standing: OpportunityStanding) -> [RuleViolation] {
    guard let date = standing.content.lifeCycle?.targetCloseDate, date <= standing.today else { return [] }
    return [
        RuleViolation(
            RuleCatalogue.observedCloseDate,
            OpportunityField.targetCloseDate.name,
            .invalidValue,
            "TargetCloseDate must be in the future: today is \(standing.today).",
            offendingValue: date,
            wouldPass: "a date after \(standing.today)"
        )
    ]
}

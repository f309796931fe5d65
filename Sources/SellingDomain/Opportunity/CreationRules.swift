public import SellingShapes

/// What a partner's CreateOpportunity must satisfy beyond the model.
///
/// Little, on purpose: the real service accepts a skeleton and asks for the rest at submission (captured: Industry
/// Other without OtherIndustry was accepted).
public func creationViolations(
    _ request: CreateOpportunityRequest,
    _ setting: OpportunitySetting
) -> [RuleViolation] {
    [originViolation(request), closedLostViolation(request)].compactMap { $0 }
        + TagRules.repetitions(request.tags ?? [])
        + contractValueViolations(request.project)
        + observedViolations(OpportunityStanding(OpportunityContent(request), .none, .coSell, setting))
}

private func originViolation(_ request: CreateOpportunityRequest) -> RuleViolation? {
    guard request.catalog == .aws, request.origin == .awsReferral else { return nil }
    return RuleViolation(
        RuleCatalogue.originInProduction,
        "origin",
        .invalidValue,
        "In catalog AWS the Origin of an opportunity that a partner creates is 'Partner Referral'.",
        offendingValue: OpportunityOrigin.awsReferral.rawValue,
        wouldPass: "Partner Referral, or no Origin"
    )
}

private func closedLostViolation(_ request: CreateOpportunityRequest) -> RuleViolation? {
    guard request.lifeCycle?.stage == .closedLost else { return nil }
    return RuleViolation(
        RuleCatalogue.closedLostAtCreation,
        "lifeCycle.stage",
        .invalidValue,
        "An opportunity cannot be created in the stage 'Closed Lost'.",
        offendingValue: Stage.closedLost.rawValue,
        wouldPass: "any other stage, or none for Prospect"
    )
}

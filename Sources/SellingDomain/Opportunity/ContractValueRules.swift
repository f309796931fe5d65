public import SellingShapes

/// The rules between the entries of ExpectedCustomerSpend and ExpectedContractDuration at creation, with the developer
/// guide's own texts.
public func contractValueViolations(_ project: Project?) -> [RuleViolation] {
    guard let project else { return [] }
    let spend = project.expectedCustomerSpend ?? []
    let hasSelf = spend.contains(where: \.isSelf)
    let hasDuration = (project.expectedContractDuration ?? nil) != nil
    var violations: [RuleViolation] = []
    if hasSelf && !hasDuration {
        violations.append(
            violation(
                RuleCatalogue.selfEntryNeedsDuration,
                "project.expectedContractDuration",
                "ExpectedContractDuration is required when a Self entry is present",
                wouldPass: "a duration in months"
            )
        )
    }
    if hasDuration && !hasSelf {
        violations.append(
            violation(
                RuleCatalogue.durationNeedsSelfEntry,
                "project.expectedCustomerSpend",
                "A Self entry is required when ExpectedContractDuration is present",
                wouldPass: "an entry with TargetCompany Self and Frequency None"
            )
        )
    }
    return violations + spendViolations(spend)
}

private func spendViolations(_ spend: [ExpectedCustomerSpend]) -> [RuleViolation] {
    let own = spend.filter(\.isSelf)
    var violations: [RuleViolation] = []
    if own.count > 1 {
        violations.append(
            violation(
                RuleCatalogue.oneSelfEntry,
                "project.expectedCustomerSpend",
                "Only one Self entry is allowed",
                offendingValue: "\(own.count) Self entries",
                wouldPass: "one Self entry"
            )
        )
    }
    for entry in spend where !entry.isSelf && !entry.isAWS {
        violations.append(
            violation(
                RuleCatalogue.targetCompanies,
                "project.expectedCustomerSpend.targetCompany",
                "TargetCompany must be 'AWS' or 'Self'",
                offendingValue: entry.targetCompany,
                wouldPass: "AWS or Self"
            )
        )
    }
    if Set(spend.map(\.currencyCode)).count > 1 {
        violations.append(
            violation(
                RuleCatalogue.oneCurrency,
                "project.expectedCustomerSpend.currencyCode",
                "CurrencyCode must match between entries",
                offendingValue: spend.map(\.currencyCode.rawValue).joined(separator: ", "),
                wouldPass: "one currency"
            )
        )
    }
    if !own.isEmpty, let url = spend.compactMap(\.estimationUrl).first {
        violations.append(
            violation(
                RuleCatalogue.selfEntryWithoutEstimate,
                "project.expectedCustomerSpend.estimationUrl",
                "Self entry and EstimationUrl cannot coexist",
                offendingValue: url,
                wouldPass: "no EstimationUrl"
            )
        )
    }
    return violations
}

private func violation(
    _ rule: Rule,
    _ fieldName: String,
    _ message: String,
    offendingValue: String? = nil,
    wouldPass: String
) -> RuleViolation {
    RuleViolation(rule, fieldName, .invalidValue, message, offendingValue: offendingValue, wouldPass: wouldPass)
}

extension ExpectedCustomerSpend {
    var isSelf: Bool { targetCompany == "Self" }
    var isAWS: Bool { targetCompany == "AWS" }
}

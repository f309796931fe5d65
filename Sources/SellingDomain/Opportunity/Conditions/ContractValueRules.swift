public import SellingShapes

/// The rules between the entries of ExpectedCustomerSpend and ExpectedContractDuration, with the developer guide's own
/// texts.
///
/// - Parameter isNew: at creation a duration without a Self entry is refused; in an update the stored entry is put back
///   before, and where there is none the duration stands alone.
public func contractValueViolations(_ project: Project?, isNew: Bool = true) -> [RuleViolation] {
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
    if isNew && hasDuration && !hasSelf {
        violations.append(
            violation(
                RuleCatalogue.durationNeedsSelfEntry,
                "project.expectedCustomerSpend",
                "A Self entry is required when ExpectedContractDuration is present",
                wouldPass: "an entry with TargetCompany Self and Frequency None"
            )
        )
    }
    return violations + durationViolations(project) + spendViolations(spend) + frequencyViolations(spend)
}

/// A contract lasts between one month and twelve years (developer guide, deal sizing).
private func durationViolations(_ project: Project) -> [RuleViolation] {
    guard let duration = project.statedContractDuration else { return [] }
    let isDecimal = duration.value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isDecimal, let months = Int(duration.value), (1...144).contains(months) { return [] }
    return [
        violation(
            RuleCatalogue.durationInMonths,
            "project.expectedContractDuration",
            "ExpectedContractDuration must be between 1 and 144 months",
            offendingValue: duration.value,
            wouldPass: "a whole number from 1 to 144"
        )
    ]
}

/// A contract's own value has no frequency; what is spent on AWS is told by month.
private func frequencyViolations(_ spend: [ExpectedCustomerSpend]) -> [RuleViolation] {
    spend.filter { ($0.isSelf && $0.frequency != .none) || ($0.isAWS && $0.frequency != .monthly) }.map { entry in
        violation(
            RuleCatalogue.spendFrequency,
            "project.expectedCustomerSpend.frequency",
            entry.isSelf ? "Frequency must be 'None' for a Self entry" : "Frequency must be 'Monthly' for an AWS entry",
            offendingValue: entry.frequency.rawValue,
            wouldPass: entry.isSelf ? "None" : "Monthly"
        )
    }
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
    violations += estimateViolations(spend)
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

/// An estimate in place of an amount: the real service would read it, and Cosell cannot (see `withoutUnusableEstimate`).
private func estimateViolations(_ spend: [ExpectedCustomerSpend]) -> [RuleViolation] {
    spend.filter { ($0.amount ?? "").isEmpty }.compactMap(\.estimationUrl).map { url in
        RuleViolation(
            RuleCatalogue.estimateReadable,
            "project.expectedCustomerSpend.estimationUrl",
            .invalidValue,
            "Invalid Estimation URL: \(url)",
            offendingValue: url,
            wouldPass: "an Amount, with the EstimationUrl or without it",
            headline: "The provided Estimation URL is invalid"
        )
    }
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

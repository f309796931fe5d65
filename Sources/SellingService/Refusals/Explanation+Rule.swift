import SellingDomain
import SmithyTypes

/// What the rules say, as the request log keeps it.
extension Explanation {
    init(
        _ rule: Rule,
        fieldName: String? = nil,
        offendingValue: String? = nil,
        wouldPass: String? = nil
    ) {
        self.init(
            rule: rule.identifier,
            sentence: rule.sentence,
            evidence: rule.evidence,
            certainty: rule.certainty.rawValue,
            fieldName: fieldName,
            offendingValue: offendingValue,
            wouldPass: wouldPass
        )
    }

    init(_ violation: RuleViolation) {
        self.init(
            violation.rule,
            fieldName: violation.fieldName,
            offendingValue: violation.offendingValue,
            wouldPass: violation.wouldPass
        )
    }
}

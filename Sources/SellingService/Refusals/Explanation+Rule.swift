import SellingDomain
import SellingShapes
import SmithyTypes

/// What the rules say, as the request log keeps it.
extension Explanation {
    /// - Parameter wordsMayTell: whether `wouldPass` may hold a value, as the words of most rules do.
    init(
        _ rule: Rule,
        fieldName: String? = nil,
        offendingValue: String? = nil,
        wouldPass: String? = nil,
        wordsMayTell: Bool = true
    ) {
        self.init(
            rule: rule.identifier,
            sentence: rule.sentence,
            evidence: rule.evidence,
            certainty: rule.certainty.rawValue,
            fieldName: fieldName,
            offendingValue: offendingValue,
            wouldPass: wouldPass,
            wordsMayTell: wordsMayTell
        )
    }

    init(_ violation: RuleViolation) {
        self.init(
            violation.rule,
            fieldName: violation.fieldName,
            offendingValue: violation.offendingValue,
            wouldPass: violation.wouldPass,
            // Of what is missing there is nothing to tell.
            wordsMayTell: violation.code != .requiredFieldMissing
        )
    }
}

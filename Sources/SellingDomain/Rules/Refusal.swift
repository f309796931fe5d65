public import SellingShapes

/// A value that breaks a rule.
public struct RuleViolation: Sendable, Hashable {
    public let rule: Rule
    /// Lower camel case, dotted, without indexes: as AWS spells it.
    public let fieldName: String
    public let code: ValidationExceptionErrorCode
    public let message: String
    /// What was sent; nil where something was not.
    public let offendingValue: String?
    /// What would have been accepted, in words.
    public let wouldPass: String
    /// What AWS says above the list of errors where this one stands alone; nil where it says what the list says.
    public let headline: String?

    public init(
        _ rule: Rule,
        _ fieldName: String,
        _ code: ValidationExceptionErrorCode,
        _ message: String,
        offendingValue: String? = nil,
        wouldPass: String,
        headline: String? = nil
    ) {
        self.rule = rule
        self.fieldName = fieldName
        self.code = code
        self.message = message
        self.offendingValue = offendingValue
        self.wouldPass = wouldPass
        self.headline = headline
    }
}

extension RuleViolation {
    /// The same violation, for which another rule is the reason here and now.
    func attributed(to rule: Rule) -> RuleViolation {
        RuleViolation(
            rule,
            fieldName,
            code,
            message,
            offendingValue: offendingValue,
            wouldPass: wouldPass,
            headline: headline
        )
    }
}

/// Why the rules do not let something happen. What the protocol calls it is decided elsewhere.
public enum Refusal: Error, Sendable, Hashable {
    /// What is named does not exist, or not for this caller; the two are not told apart.
    case notFound(Rule, fieldName: String, offendingValue: String)
    /// Everything that is wrong with the values.
    case violations([RuleViolation])
}

public import SmithyTypes

/// What is wrong with a value, in the words that AWS's validation errors use.
public enum ViolationCode: String, Sendable {
    case requiredFieldMissing = "REQUIRED_FIELD_MISSING"
    case invalidEnumValue = "INVALID_ENUM_VALUE"
    case invalidStringFormat = "INVALID_STRING_FORMAT"
    case invalidValue = "INVALID_VALUE"
    case notEnoughValues = "NOT_ENOUGH_VALUES"
    case tooManyValues = "TOO_MANY_VALUES"
    case valueOutOfRange = "VALUE_OUT_OF_RANGE"
}

/// What of a model a value breaks.
public enum ModelConstraint: String, Sendable, CaseIterable {
    case required
    case union
    case enumeration
    case pattern
    case length
    case count
    case range

    /// What the model says by it.
    var sentence: String {
        switch self {
        case .required: "The model requires this member."
        case .union: "Of a union exactly one member is set."
        case .enumeration: "The model lists the values that this member may have."
        case .pattern: "The model gives this string a pattern."
        case .length: "The model bounds how many characters this string has."
        case .count: "The model bounds how many values this member has."
        case .range: "The model bounds this number."
        }
    }
}

/// One way in which a request breaks its model.
public struct ConstraintViolation: Sendable {
    public let path: FieldPath
    public let code: ViolationCode
    /// A sentence that names the field and what would pass.
    public let message: String
    public let constraint: ModelConstraint
    /// How many there were, where the constraint is about a number of things and not about their values.
    public let count: Int?
    /// The value that was sent; nil where something was not.
    public let offendingValue: String?
    /// What would have been accepted, in words.
    public let wouldPass: String
    /// The listed value that was probably meant.
    public let suggestion: String?

    /// `FieldName` as the wire spells it.
    public var fieldName: String { path.fieldName }

    /// The violation as the request log tells it.
    public var explanation: Explanation {
        Explanation(
            rule: "model.\(constraint.rawValue)",
            sentence: constraint.sentence + (count.map { " It has \($0)." } ?? ""),
            evidence: "the service model",
            certainty: "model",
            fieldName: fieldName,
            offendingValue: offendingValue,
            wouldPass: wouldPass,
            suggestion: suggestion
        )
    }
}

/// What is wrong with a value, wherever it stands.
struct Problem {
    let code: ViolationCode
    let constraint: ModelConstraint
    /// What follows the field's name in a message.
    let text: String
    var count: Int?
    var offendingValue: String?
    let wouldPass: String
    var suggestion: String?

    func violation(at path: FieldPath) -> ConstraintViolation {
        ConstraintViolation(
            path: path,
            code: code,
            message: "\(path.exact) \(text)",
            constraint: constraint,
            count: count,
            offendingValue: offendingValue,
            wouldPass: wouldPass,
            suggestion: suggestion
        )
    }
}

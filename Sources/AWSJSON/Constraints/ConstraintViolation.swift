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

/// One way in which a request breaks its model.
public struct ConstraintViolation: Sendable {
    public let path: FieldPath
    public let code: ViolationCode
    /// A sentence that names the field and what would pass.
    public let message: String

    /// `FieldName` as the wire spells it.
    public var fieldName: String { path.fieldName }
}

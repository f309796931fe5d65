/// Names that mean something else where generated code stands.
enum ReservedNames {
    /// Types of Swift and of our runtime, which generated code names or may need to tell from a shape's.
    static let types: Set<String> = [
        "AccessRequest", "Answer", "Any", "Array", "Automaton", "Binding", "Blob", "Bool", "CalendarDuration", "Call",
        "CaseIterable", "Character", "CivilTime", "ClosedRange", "CommonError", "ConstraintCheck",
        "ConstraintViolation", "Data",
        "Date", "DecodedCall", "Deviation", "Dictionary", "Document", "DocumentMember", "Double", "Endpoint",
        "EnumerationIndex", "Error", "Explanation", "Exposure", "Failure", "FieldPath", "Hashable",
        "IdempotentContract", "Indirect", "Input", "Int", "JSONReader", "JSONStructure", "JSONValue", "JSONWriter",
        "MemberNames", "ModelConstraint", "ModelledFailure", "Never", "NoInput", "NoOutput", "ObjectCursor",
        "Operation", "OperationContract", "Optional", "Outcome", "Output", "PaginatedContract", "PathStep", "Pattern",
        "Patterns", "Protocol", "Range", "Redaction", "RequestLimit", "Result", "Self", "Sendable", "Sequence",
        "SerializationFailure", "ServiceDefinition", "ServiceRefusals", "Set", "StaticString", "String",
        "StringEnumeration", "Task", "Timestamp", "TimestampFormat", "Type", "UnsetMembers", "ViolationCode", "Void",
        "WireError",
    ]

    /// What every generated structure has beside its members.
    static let ofStructures: Set<String> = ["hashValue", "self"]

    /// What the document of an error has.
    static let ofErrors: Set<String> = ofStructures.union(["explanations"])

    /// What every generated union has beside its cases.
    static let ofUnions: Set<String> = ["exposures", "hashValue", "memberNames", "placeholder", "self", "unrecognized"]

    /// What every generated enumeration has beside its cases.
    static let ofEnumerations: Set<String> = [
        "byRawValue", "hashValue", "isModelled", "modelled", "placeholder", "rawValue", "self", "unrecognized",
    ]

    /// Variables of a generated initializer, which a member's own variable must not hide.
    static let inReading: Set<String> = ["member", "object", "reader"]

    /// Parameters of the generated methods that write and check, which hide a member of the same name.
    static let inMethods: Set<String> = ["constraints", "writer"]

    static let keywords: Set<String> = [
        "Any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
        "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}

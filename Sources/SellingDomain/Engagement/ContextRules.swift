public import SellingShapes

/// What a request that makes an engagement must satisfy beyond the model.
public func creationViolations(_ request: CreateEngagementRequest) -> [RuleViolation] {
    (request.contexts ?? []).flatMap { context in
        guard let payload = context.payload else {
            return [
                RuleViolation(
                    RuleCatalogue.contextPayload,
                    "contexts.payload",
                    .requiredFieldMissing,
                    "A context needs a Payload.",
                    wouldPass: "a Payload whose one member is \(context.type.rawValue)"
                )
            ]
        }
        return typeViolations(context.type, of: payload.type, "contexts.type")
    }
}

/// What is wrong with adding a context of this type and payload.
public func contextViolations(_ type: EngagementContextType, _ payload: EngagementContextPayload) -> [RuleViolation] {
    typeViolations(type, of: payload.type, "type")
}

func typeViolations(
    _ type: EngagementContextType,
    of kind: EngagementContextType,
    _ fieldName: String
) -> [RuleViolation] {
    guard type != kind else { return [] }
    return [
        RuleViolation(
            RuleCatalogue.contextType,
            fieldName,
            .invalidValue,
            "Type is '\(type.rawValue)', but the payload is a '\(kind.rawValue)'.",
            offendingValue: type.rawValue,
            wouldPass: kind.rawValue
        )
    ]
}

extension EngagementContextPayload {
    /// The kind of context that it is the payload of.
    public var type: EngagementContextType {
        switch self {
        case .customerProject: .customerProject
        case .lead: .lead
        case .prospectingResult: .prospectingResult
        // A violation, so that no rule sees it.
        case .unrecognized: .unrecognized("")
        }
    }
}

extension UpdateEngagementContextPayload {
    /// The kind of context that it changes.
    public var type: EngagementContextType {
        switch self {
        case .customerProject: .customerProject
        case .lead: .lead
        case .prospectingResult: .prospectingResult
        case .unrecognized: .unrecognized("")
        }
    }
}

import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes

/// The one place where what the rules said becomes what the protocol calls it.
extension ModelsResourceNotFoundException where Self: ModelsValidationException {
    static func refused(_ refusal: Refusal) -> Self {
        switch refusal {
        case .notFound(let rule, let fieldName, let offendingValue):
            // The text is inferred from the length of two recorded answers, 32 bytes: {"Message":"Resource not found"}.
            .resourceNotFound(
                ResourceNotFoundException(
                    message: "Resource not found",
                    explanations: [
                        Explanation(
                            rule,
                            fieldName: fieldName,
                            offendingValue: offendingValue,
                            wouldPass: "an identifier that this rule finds, for this caller and catalog"
                        )
                    ]
                )
            )
        case .violations(let violations):
            .validation(ValidationException(violations))
        }
    }
}

extension ValidationException {
    /// Business rules are broken. The message repeats what the list says: clients that log only the message see it.
    init(_ violations: [RuleViolation]) {
        self.init(
            errorList: violations.map {
                ValidationExceptionError(code: $0.code, fieldName: $0.fieldName, message: $0.message)
            },
            message: Self.summary(violations.map { violations.count == 1 ? $0.headline ?? $0.message : $0.message }),
            reason: .businessValidationFailed,
            explanations: violations.map(Explanation.init)
        )
    }

    static func summary(_ messages: [String]) -> String {
        messages.count == 1 ? messages[0] : "\(messages.count) validation errors: \(messages.joined(separator: " "))"
    }
}

/// Runs a rule and calls its refusal by the operation's own errors.
func decide<Value, Failure>(
    as failure: Failure.Type,
    _ rule: () throws(Refusal) -> Value
) throws(Failure) -> Value where Failure: ModelsResourceNotFoundException & ModelsValidationException {
    do {
        return try rule()
    } catch {
        throw Failure.refused(error)
    }
}

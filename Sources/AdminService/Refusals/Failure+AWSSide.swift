import AdminShapes
import AdminWire
import SellingService

extension ValidationException {
    fileprivate init(_ violations: [AWSSideRefusal.Violation], reason: String) {
        self.init(
            errorList: violations.map { ValidationError(code: $0.code, fieldName: $0.fieldName, message: $0.message) },
            message: violations.map(\.message).joined(separator: " "),
            reason: reason
        )
    }
}

/// The one place where what the Selling service did not do becomes what the admin API calls it.
extension ModelsResourceNotFoundException where Self: ModelsValidationException {
    static func refused(_ refusal: AWSSideRefusal) -> Self {
        switch refusal {
        case .notFound(let sentence): .resourceNotFound(ResourceNotFoundException(message: sentence))
        case .malformed(let violations):
            .validation(ValidationException(violations, reason: "REQUEST_VALIDATION_FAILED"))
        case .refused(let violations):
            .validation(ValidationException(violations, reason: "BUSINESS_VALIDATION_FAILED"))
        }
    }
}

/// Asks the Selling service for something and calls its refusal by the operation's own errors.
func asking<Value, Failure>(
    as failure: Failure.Type,
    _ request: () async throws -> Value
) async throws -> Value where Failure: ModelsResourceNotFoundException & ModelsValidationException {
    do {
        return try await request()
    } catch let refusal as AWSSideRefusal {
        throw Failure.refused(refusal)
    }
}

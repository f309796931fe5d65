public import AWSJSON
import SellingShapes
import SellingWire

extension ServiceRefusals {
    /// How the Selling API words the refusals that come before an operation runs.
    public static let selling = ServiceRefusals(
        violations: { ValidationException($0).wireError },
        accessDenied: { AccessDeniedException(message: $0).wireError },
        throttled: { ThrottlingException(message: $0).wireError },
        internalError: { InternalServerException(message: "The service could not process the request.").wireError },
        codes: [
            "AccessDeniedException", "ConflictException", "InternalServerException", "ResourceNotFoundException",
            "ServiceQuotaExceededException", "ThrottlingException", "ValidationException",
        ],
        named: named
    )

    @Sendable private static func named(_ code: String, _ message: String?) -> WireError? {
        let text = message ?? "A fault that was asked for."
        return switch code {
        case "AccessDeniedException": AccessDeniedException(message: text).wireError
        case "ConflictException": ConflictException(message: text).wireError
        case "InternalServerException": InternalServerException(message: text).wireError
        case "ResourceNotFoundException": ResourceNotFoundException(message: text).wireError
        case "ServiceQuotaExceededException": ServiceQuotaExceededException(message: text).wireError
        case "ThrottlingException": ThrottlingException(message: text).wireError
        case "ValidationException":
            ValidationException(errorList: [], message: text, reason: .businessValidationFailed).wireError
        default: nil
        }
    }
}

extension ValidationException {
    /// The request breaks the model.
    init(_ violations: [ConstraintViolation]) {
        self.init(
            errorList: violations.map {
                ValidationExceptionError(
                    code: ValidationExceptionErrorCode(rawValue: $0.code.rawValue),
                    fieldName: $0.fieldName,
                    message: $0.message
                )
            },
            message: Self.summary(violations.map(\.message)),
            reason: .requestValidationFailed
        )
    }
}

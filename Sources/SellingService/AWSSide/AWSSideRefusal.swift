import AWSJSON
import SellingDomain
import SellingShapes

/// Why something that whoever runs Cosell asked of AWS's side was not done.
public enum AWSSideRefusal: Error, Sendable, Hashable {
    /// What is named does not exist. The sentence says what.
    case notFound(String)
    /// The request breaks the model of what it carries.
    case malformed([Violation])
    /// The rules do not allow it.
    case refused([Violation])

    /// One thing that is wrong.
    public struct Violation: Sendable, Hashable {
        /// As in a ValidationException: lower camel case, dotted.
        public let fieldName: String
        /// A value of the model's ValidationExceptionErrorCode.
        public let code: String
        public let message: String
    }
}

extension AWSSideRefusal {
    /// - Parameter prefix: the member of the request within which the rules have looked, with its dot.
    init(_ refusal: Refusal, under prefix: String = "") {
        switch refusal {
        case .notFound(_, let fieldName, let value):
            self = .notFound("\(prefix)\(fieldName): there is no '\(value)'.")
        case .violations(let violations):
            self = .refused(violations.map { Violation($0, under: prefix) })
        }
    }
}

extension AWSSideRefusal.Violation {
    fileprivate init(_ violation: RuleViolation, under prefix: String) {
        self.init(
            fieldName: prefix + violation.fieldName,
            code: violation.code.rawValue,
            message: violation.message
        )
    }

    /// - Parameter prefix: the member of the request in which the document lies, such as `Summary`.
    init(_ violation: ConstraintViolation, under prefix: String) {
        self.init(
            fieldName: "\(prefix.lowercased()).\(violation.fieldName)",
            code: violation.code.rawValue,
            message: "\(prefix).\(violation.message)"
        )
    }
}

/// Runs a rule and says its refusal in the words of this side.
func decide<Value>(
    under prefix: String = "",
    _ rule: () throws(Refusal) -> Value
) throws(AWSSideRefusal) -> Value {
    do {
        return try rule()
    } catch {
        throw AWSSideRefusal(error, under: prefix)
    }
}

/// The errors that any AWS service may answer and no service model lists.
///
/// One table of code, status and typical text. Evidence: AWS's "Common Errors" pages and other awsJson services;
/// none of it is recorded from Partner Central itself.
public enum CommonError: String, CaseIterable, Sendable {
    case missingAuthenticationToken = "MissingAuthenticationTokenException"
    case incompleteSignature = "IncompleteSignatureException"
    case invalidSignature = "InvalidSignatureException"
    case unrecognizedClient = "UnrecognizedClientException"
    case expiredToken = "ExpiredTokenException"
    case unknownOperation = "UnknownOperationException"
    case serialization = "SerializationException"
    case requestEntityTooLarge = "RequestEntityTooLargeException"
    case serviceUnavailable = "ServiceUnavailable"
    case internalFailure = "InternalFailure"

    public var status: Int {
        switch self {
        case .requestEntityTooLarge: 413
        case .serviceUnavailable: 503
        case .internalFailure: 500
        default: 400
        }
    }

    /// What is said where the cause has nothing better to say.
    public var typicalMessage: String {
        switch self {
        case .missingAuthenticationToken: "Missing Authentication Token"
        case .incompleteSignature: "The request signature does not conform to AWS standards."
        case .invalidSignature:
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                + "Access Key and signing method. Consult the service documentation for details."
        case .unrecognizedClient: "The security token included in the request is invalid."
        case .expiredToken: "The security token included in the request is expired"
        case .unknownOperation: "Unknown operation"
        case .serialization: "The request body is not a JSON object of the operation's form."
        case .requestEntityTooLarge: "The request body is larger than this server accepts."
        case .serviceUnavailable: "The service is temporarily unavailable. Try again."
        case .internalFailure: "The request processing has failed because of an unknown error."
        }
    }

    /// The error as it is sent. A 503 says when to try again.
    public func wireError(_ message: String? = nil) -> WireError {
        WireError(
            code: rawValue,
            typePrefix: "com.amazon.coral.service#",
            status: WireError.Status(awsJSON: status, pathStyle: status),
            retryAfterSeconds: self == .serviceUnavailable ? 1 : nil,
            document: CommonErrorDocument(message: message ?? typicalMessage)
        )
    }
}

/// The body of a common error. Its `message` is small where the modelled errors have `Message`: that is how AWS's
/// common layer writes it, and botocore reads either.
struct CommonErrorDocument: JSONStructure {
    let message: String

    init(message: String) {
        self.message = message
    }

    init(from reader: inout JSONReader) throws(SerializationFailure) {
        var message: String?
        var object = try reader.beginObject()
        while try reader.nextMember(of: &object, in: ["message"]) != nil { message = try reader.string() }
        self.init(message: message ?? "")
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("message", message)
    }

    func check(in constraints: inout ConstraintCheck) {}

    static var exposures: [String: Exposure] { ["message": .plain] }

    static var placeholder: CommonErrorDocument { CommonErrorDocument(message: "") }
}

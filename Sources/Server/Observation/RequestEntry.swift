public import AWSJSON
public import SmithyTypes

/// One request as the log keeps it: raw, so that keeping it costs nothing. What a person may see of it is decided when
/// the log is read.
///
/// Headers are not kept: they hold what requests are signed with.
public final class RequestEntry: Sendable {
    /// A body, by reference.
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Of so many bytes, which are not kept.
        case withheld(count: Int)
        /// It was refused before it was read.
        case unread
    }

    public let identifier: String
    /// On the real clock.
    public let arrivedMilliseconds: Int64
    public let microseconds: Int64
    public let operation: String?
    public let accountIdentifier: String?
    public let userName: String?
    public let catalog: String?
    /// `OK`, or the error's code.
    public let outcome: String
    public let status: Int
    public let request: Body
    public let response: Body
    /// The structure of a refusal's document; nil for a success.
    public let refusalType: (any JSONStructure.Type)?
    public let explanations: [Explanation]
    public let remarks: [Explanation]

    init(_ record: RequestRecord, request: Body, response: [UInt8], status: Int, microseconds: Int64) {
        identifier = record.identifier
        arrivedMilliseconds = record.arrivedMilliseconds
        self.microseconds = microseconds
        operation = record.operation
        accountIdentifier = record.accountIdentifier
        userName = record.userName
        catalog = record.catalog
        outcome = record.outcome
        self.status = status
        self.request = request.kept
        self.response = record.repeatsSignature ? .withheld(count: response.count) : Body.bytes(response).kept
        refusalType = record.refusalType
        explanations = record.explanations
        remarks = record.remarks
    }

    /// Whether it was answered with an error.
    public var isRefusal: Bool { refusalType != nil }

    /// About how much memory the entry holds.
    var byteCount: Int {
        Self.ownBytes + request.byteCount + response.byteCount
            + (explanations + remarks).reduce(0) { $0 + $1.byteCount }
    }

    private static let ownBytes = 512
}

extension RequestEntry.Body {
    /// Larger bodies would push everything else out of the log.
    private static let mostKeptBytes = 1 << 20

    fileprivate var kept: RequestEntry.Body {
        guard case .bytes(let bytes) = self, bytes.count > Self.mostKeptBytes else { return self }
        return .withheld(count: bytes.count)
    }

    fileprivate var byteCount: Int {
        if case .bytes(let bytes) = self { bytes.count } else { 0 }
    }
}

extension Explanation {
    fileprivate var byteCount: Int {
        [rule, sentence, evidence, fieldName ?? "", offendingValue ?? "", wouldPass ?? ""].reduce(0) {
            $0 + $1.utf8.count
        }
    }
}

/// What the model says of one operation. Generated; the operation itself is an `Operation` of this contract.
public protocol OperationContract: Sendable {
    associatedtype Input: JSONStructure
    /// `NoOutput` where the answer's body is empty.
    associatedtype Output: JSONStructure
    /// Exactly the errors that the model lists for this operation.
    associatedtype Failure: ModelledFailure

    static var name: String { get }
    /// What a caller must be allowed to do.
    static func access(_ input: Input) -> AccessRequest
}

/// The errors of one operation.
public protocol ModelledFailure: Error, Sendable {
    var wireError: WireError { get }
    /// The error with this code, read from an error document; nil where the operation does not model it.
    init?(code: String, from reader: inout JSONReader) throws(SerializationFailure)
}

/// The permission that a request needs, in IAM's words.
public struct AccessRequest: Sendable, Hashable {
    /// `partnercentral:GetOpportunity`.
    public let action: String
    /// The resource's ARN without partition, region and account (`catalog/AWS/opportunity/O1`); `*` where the
    /// action has no resource or the request does not name it; whole where the request gives an ARN.
    public let resource: String
    /// Whether the resource's ARN carries the caller's account.
    public let accountInARN: Bool
    /// Condition keys with the values that the request gives them.
    public let conditions: [String: [String]]

    public init(action: String, resource: String, accountInARN: Bool, conditions: [String: [String]]) {
        self.action = action
        self.resource = resource
        self.accountInARN = accountInARN
        self.conditions = conditions
    }
}

/// An operation whose input has a token that makes a retry of it harmless.
public protocol IdempotentContract: OperationContract {
    associatedtype Token
    /// The token: `String`, or `String?` where the model does not require it.
    static func clientToken(of input: Input) -> Token
    /// The input without its token: what a replay must equal.
    static func withoutClientToken(_ input: Input) -> Input
}

/// An operation that answers in pages.
public protocol PaginatedContract: OperationContract {
    static func nextToken(of output: Output) -> String?
    /// The same question, asked for the page at `token`.
    static func input(_ input: Input, at token: String) -> Input
}

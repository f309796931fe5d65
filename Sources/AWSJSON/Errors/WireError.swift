public import SmithyTypes

/// An error as the protocol sends it: a code, a status for each binding, a document.
public struct WireError: Error, Sendable {
    /// The two bindings give the same error different statuses.
    public struct Status: Sendable, Hashable {
        /// awsJson: the published API pages say 400 for every client error and 500 for a server's.
        public let awsJSON: Int
        /// Path-style: the codes of the Smithy model's traits.
        public let pathStyle: Int

        public init(awsJSON: Int, pathStyle: Int) {
            self.awsJSON = awsJSON
            self.pathStyle = pathStyle
        }
    }

    /// The shape's name: `ValidationException`.
    public let code: String
    /// What stands before the code in `__type`, with its `#`; empty for the errors that the model has.
    public let typePrefix: String
    public let status: Status
    /// The `Retry-After` header, in seconds, where a retry may help.
    public let retryAfterSeconds: Int?
    /// The members beside `__type`.
    public let document: any JSONStructure
    /// Why, for the request log; nothing of it is sent.
    public let explanations: [Explanation]
    /// Whether the document repeats part of the request's signature, so that no log may keep it.
    public let repeatsSignature: Bool

    public init(
        code: String,
        typePrefix: String = "",
        status: Status,
        retryAfterSeconds: Int? = nil,
        document: any JSONStructure,
        explanations: [Explanation] = [],
        repeatsSignature: Bool = false
    ) {
        self.code = code
        self.typePrefix = typePrefix
        self.status = status
        self.retryAfterSeconds = retryAfterSeconds
        self.document = document
        self.explanations = explanations
        self.repeatsSignature = repeatsSignature
    }

    /// The same error with its explanations, in place of those that it has.
    public func explained(_ explanations: [Explanation], repeatsSignature: Bool = false) -> WireError {
        WireError(
            code: code,
            typePrefix: typePrefix,
            status: status,
            retryAfterSeconds: retryAfterSeconds,
            document: document,
            explanations: explanations,
            repeatsSignature: repeatsSignature
        )
    }

    public func statusCode(_ binding: Binding) -> Int {
        binding == .awsJSON ? status.awsJSON : status.pathStyle
    }

    /// The error document. Only awsJson has `__type`: botocore finds the code by it alone, while the recorded
    /// path-style bodies (32 bytes for ResourceNotFoundException) have no room for it.
    public func body(_ binding: Binding) -> [UInt8] {
        var writer = JSONWriter(unset: .omitted)
        writer.beginObject()
        if binding == .awsJSON { writer.member("__type", typePrefix + code) }
        document.writeMembers(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}

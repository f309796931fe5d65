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

    public init(
        code: String,
        typePrefix: String = "",
        status: Status,
        retryAfterSeconds: Int? = nil,
        document: any JSONStructure
    ) {
        self.code = code
        self.typePrefix = typePrefix
        self.status = status
        self.retryAfterSeconds = retryAfterSeconds
        self.document = document
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

/// What a call with an idempotency token asked, and what it was answered.
public struct ReplayRecord: Sendable, Hashable {
    /// Digest of the request: tells the same request sent again from another one under the same token.
    public let digest: [UInt8]
    /// The output value in a form from which every binding can encode its own answer.
    public let output: [UInt8]

    public init(digest: [UInt8], output: [UInt8]) {
        self.digest = digest
        self.output = output
    }
}

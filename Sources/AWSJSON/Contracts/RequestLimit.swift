/// How often an account may call an operation.
public struct RequestLimit: Sendable, Hashable {
    public let perSecond: Int
    /// Within any 24 hours; nil where only the rate is limited.
    public let perDay: Int?

    public init(perSecond: Int, perDay: Int? = nil) {
        self.perSecond = perSecond
        self.perDay = perDay
    }
}

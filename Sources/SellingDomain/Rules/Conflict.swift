/// Why something cannot happen as things stand, though the request itself is in order.
public struct Conflict: Error, Sendable, Hashable {
    public let rule: Rule
    public let message: String

    public init(_ rule: Rule, _ message: String) {
        self.rule = rule
        self.message = message
    }
}

/// Why nothing more can be added to something.
public struct ExceededQuota: Error, Sendable, Hashable {
    public let rule: Rule
    public let message: String

    public init(_ rule: Rule, _ message: String) {
        self.rule = rule
        self.message = message
    }
}

public import SmithyTypes

/// What the rules of an opportunity need to know beside the opportunity and the request.
public struct OpportunitySetting: Sendable {
    /// Cosell's clock.
    public let now: Timestamp
    public let mode: SandboxMode
    /// Whether the opportunity was made of another partner's, by accepting an invitation.
    public let isInherited: Bool
    /// Whether the related opportunity that the request, or else the opportunity, names is another one of the caller's.
    public let knowsRelatedOpportunity: Bool
    /// Whether the opportunity has a snapshot in an engagement, and no such engagement is about a customer project.
    public var lacksCustomerProject = false

    public init(
        now: Timestamp,
        mode: SandboxMode = .documented,
        isInherited: Bool = false,
        knowsRelatedOpportunity: Bool = true
    ) {
        self.now = now
        self.mode = mode
        self.isInherited = isInherited
        self.knowsRelatedOpportunity = knowsRelatedOpportunity
    }
}

extension Timestamp {
    /// The UTC day of this instant, `YYYY-MM-DD`: a form whose order as text is its order in time.
    var day: String { String(iso8601.prefix(10)) }
}

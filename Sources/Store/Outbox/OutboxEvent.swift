/// Something that happened, as it waits to be told.
public struct OutboxEvent: Sendable, Hashable {
    public let account: String
    public let catalog: String
    /// Identifier of what changed; the unit within which order is kept.
    public let resource: String
    public let detailType: String
    /// Milliseconds since 1970-01-01T00:00:00Z, on the service's clock.
    public let occurredAtMilliseconds: Int64
    /// The event's own document.
    public let detail: [UInt8]
    /// The ARNs of what it is about, as its envelope lists them.
    public let resources: [String]

    public init(
        account: String,
        catalog: String,
        resource: String,
        detailType: String,
        occurredAtMilliseconds: Int64,
        detail: [UInt8],
        resources: [String] = []
    ) {
        self.account = account
        self.catalog = catalog
        self.resource = resource
        self.detailType = detailType
        self.occurredAtMilliseconds = occurredAtMilliseconds
        self.detail = detail
        self.resources = resources
    }
}

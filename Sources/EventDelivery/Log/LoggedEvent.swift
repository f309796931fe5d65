/// An event with its number.
public struct LoggedEvent: Sendable, Hashable {
    /// 1, 2, 3 … without a gap.
    public let sequence: Int64
    public let account: String
    public let catalog: String
    /// Identifier of what changed; the unit within which order is kept.
    public let resource: String
    public let detailType: String
    /// The JSON that targets get, on one line.
    public let envelope: [UInt8]
}

/// Which events are meant; all where nothing is said.
public struct EventFilter: Sendable, Hashable {
    public var account: String?
    public var catalog: String?
    public var detailType: String?

    public init(account: String? = nil, catalog: String? = nil, detailType: String? = nil) {
        self.account = account
        self.catalog = catalog
        self.detailType = detailType
    }
}

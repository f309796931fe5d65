/// Somewhere events are sent to.
public struct EventTarget: Sendable, Hashable {
    /// How a target takes events.
    public enum Kind: String, Sendable, CaseIterable {
        /// Each envelope is POSTed.
        case webhook
        /// Each event is put onto an event bus.
        case eventbridge
        /// Each envelope becomes a line of a file.
        case file
    }

    public let name: String
    public let kind: Kind
    /// Whose events are sent; nil for everybody's.
    public var account: String?
    /// Which events are sent; nil for all.
    public var detailTypes: [String]?
    /// Where an HTTP target listens: `https://crm.example/hook`.
    public var endpoint: String?
    /// The file's path.
    public var path: String?
    /// What a webhook's body is signed with.
    public var secret: String?
    /// The event bus's region, which its requests are signed for.
    public var region: String?
    public var accessKeyIdentifier: String?
    public var secretAccessKey: String?
    /// Nil for the account's default event bus.
    public var eventBusName: String?
    /// In place of the event's own source: AWS's buses take none that begins with `aws.`.
    public var source: String?
    /// Sends each event twice.
    public var isDuplicating = false
    /// Sends each event so much later than it could.
    public var delayMilliseconds: Int64 = 0
    /// Sends events that are close together in another order.
    public var isShuffling = false

    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// Which events a target gets, and when: all that the relay needs to know of it.
struct EventSubscription: Sendable {
    /// Shuffled events are spread over this time, whatever order they came in.
    static let shuffleMilliseconds = 1_000.0

    let target: String
    let account: String?
    let detailTypes: Set<String>?
    let delayMilliseconds: Int64
    let isShuffling: Bool

    func wants(_ event: LoggedEvent) -> Bool {
        (account ?? event.account) == event.account && (detailTypes?.contains(event.detailType) ?? true)
    }

    func delayMilliseconds(jitter: Double) -> Int64 {
        delayMilliseconds + (isShuffling ? Int64(jitter * Self.shuffleMilliseconds) : 0)
    }
}

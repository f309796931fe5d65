/// An event in the outbox, with its place there.
public struct PendingEvent: Sendable, Hashable {
    /// Growing and never reused, but no event sequence; see `Outbox`.
    public let position: Int64
    public let event: OutboxEvent
}

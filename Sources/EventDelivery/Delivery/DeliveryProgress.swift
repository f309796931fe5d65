/// What has come of an event at a target.
public struct DeliveryProgress: Sendable, Hashable {
    /// How far a delivery has come. The numbers stand in the database.
    public enum Status: Int64, Sendable {
        /// Is still to be sent, perhaps once more.
        case pending = 0
        case delivered = 1
        /// Was refused too often, and is kept until it is asked for again.
        case undelivered = 2
    }

    public let target: String
    public let status: Status
    /// How often it was sent.
    public let attempts: Int
    /// Why it was not accepted the last time; nil once it was.
    public let lastError: String?
}

/// An event whose turn at a target it is.
struct DueEvent: Sendable {
    let event: LoggedEvent
    let attempts: Int
    let dueAtMilliseconds: Int64
}

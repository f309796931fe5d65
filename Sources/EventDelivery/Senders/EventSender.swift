/// Hands events over to a target, all of them or none.
protocol EventSender: Sendable {
    /// How many it takes at once.
    var mostAtOnce: Int { get }

    /// Returns once the target has accepted the events.
    func send(_ events: [LoggedEvent]) async throws
}

/// Why a target did not accept events.
struct DeliveryFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

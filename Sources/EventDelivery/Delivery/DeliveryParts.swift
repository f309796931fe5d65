import Logging
import Store

/// What every target's worker works with.
struct DeliveryParts: Sendable {
    let store: any Store
    let targets: EventTargets
    let http: OutgoingHTTP
    let schedule: RetrySchedule
    /// Rings for new events and for changes of targets.
    let news: Bell
    let logger: Logger
    /// This process among those that share the store.
    let owner = EventIdentifier.random()

    /// Whether other processes may write to the same store, which ring no bell here.
    var isShared: Bool { store.engine == "postgres" }

    /// How long nobody looks when no bell rings.
    var pollMilliseconds: Int64 { isShared ? 1_000 : 60_000 }
}

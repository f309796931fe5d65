import EventDelivery
import ServiceLifecycle

/// Numbers and sends events for as long as the server runs.
///
/// Services are stopped last first, so that this one stands before the one that listens: what its last requests told
/// is numbered too, and where there is no time left, by the next start.
struct EventService: Service {
    let events: Events

    func run() async throws {
        await cancelWhenGracefulShutdown { await events.run() }
    }
}

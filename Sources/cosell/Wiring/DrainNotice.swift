import EventDelivery
import Server
import ServiceLifecycle

/// Tells whoever asks for the server's health that it drains, as soon as it is told to stop, and ends the answers that
/// have no end of their own: the server waits for all that are under way.
///
/// Services are stopped last first, so that this one stands behind the one that listens.
struct DrainNotice: Service {
    let health: Health
    let events: Events

    func run() async throws {
        try await gracefulShutdown()
        health.stopBeingReady()
        events.endListening()
    }
}

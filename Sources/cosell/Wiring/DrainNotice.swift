import Server
import ServiceLifecycle

/// Tells whoever asks for the server's health that it drains, as soon as it is told to stop.
///
/// Services are stopped last first, so that this one stands behind the one that listens.
struct DrainNotice: Service {
    let health: Health

    func run() async throws {
        try await gracefulShutdown()
        health.stopBeingReady()
    }
}

public import Hummingbird
public import Logging

/// The HTTP server: Hummingbird with our responder and nothing of its own.
public struct CosellServer: Sendable {
    private let responder: CosellResponder
    private let logger: Logger

    public init(responder: CosellResponder, logger: Logger) {
        self.responder = responder
        self.logger = logger
    }

    /// A service that listens until it is shut down.
    ///
    /// - Parameter onListening: is told the port, which matters where any free one was asked for.
    public func application(
        host: String,
        port: Int,
        onListening: @escaping @Sendable (_ port: Int) async -> Void
    ) -> some ApplicationProtocol {
        // Hummingbird's own logger makes a line of every closed connection at debug; it has no say here.
        var quiet = logger
        quiet.logLevel = .warning
        return Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil,
                backlog: 1024,
                reuseAddress: true
            ),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? port) },
            logger: quiet
        )
    }
}

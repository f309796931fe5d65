import AWSJSON
import Identity
import Logging
import SellingService
import Server
import ServiceLifecycle
import SmithyTypes
import Store
import UnixSignals

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Puts the rooms together and runs them: open the store, bring its tables up to date, listen, drain, close.
struct ServerProgram {
    private let configuration: ServeConfiguration
    private let logger: Logger

    /// SIGTERM is answered with an exit within 10 seconds; what is still under way then is cut off.
    private static let drainSeconds: Int64 = 8

    init(_ configuration: ServeConfiguration) {
        self.configuration = configuration
        let format = configuration.logFormat
        logger = Logger(label: "cosell") { _ in LogLines(format) }
    }

    func run() async throws {
        if let warning = configuration.warning { logger.warning("\(warning)") }
        let store = try await openStore()
        do {
            try await serve(store)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        logger.info("stopped")
    }

    private func openStore() async throws -> any Store {
        let store = try await configuration.store.open(configuration.durability)
        do {
            try await migrate(store, [.house, .identity, .selling])
        } catch {
            await store.close()
            throw ExitReason.unavailable("the store cannot be used: \(error)")
        }
        return store
    }

    private func serve(_ store: any Store) async throws {
        let secrets = try secretsKey()
        let keys = AccessKeys(store: store, secrets: secrets)
        try await prepare(keys)
        let parts = ServerParts(configuration, store, try await clock(store), keys, secrets, logger)
        let application = CosellServer(responder: parts.responder, logger: logger).application(
            host: configuration.host,
            port: configuration.port
        ) { port in
            parts.health.becomeReady()
            announce(port)
        }
        var lifecycle = ServiceGroupConfiguration(
            services: [
                parts.work, EventService(events: parts.events), application,
                DrainNotice(health: parts.health, events: parts.events),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quietLogger
        )
        lifecycle.maximumGracefulShutdownDuration = .seconds(Self.drainSeconds)
        do {
            try await ServiceGroup(configuration: lifecycle).run()
        } catch let reason as ExitReason {
            throw reason
        } catch {
            throw ExitReason.unavailable(Self.listeningProblem(configuration, error))
        }
    }

    /// Registers what a first start does, and finds out at once when the secrets were sealed with another key.
    private func prepare(_ keys: AccessKeys) async throws {
        do {
            try await keys.registerDefaultsInEmptyStore()
            try await keys.checkSecretsKey()
        } catch let error as SecretsError {
            throw ExitReason.configuration("\(configuration.secretsKeyPath): \(error)")
        } catch {
            throw ExitReason.unavailable("the store cannot be used: \(error)")
        }
    }

    private func clock(_ store: any Store) async throws -> CosellClock {
        do {
            return try await CosellClock.open(store)
        } catch {
            throw ExitReason.unavailable("the store cannot be used: \(error)")
        }
    }

    /// A store in memory outlives nothing, so its key need not either.
    private func secretsKey() throws(ExitReason) -> SecretsKey {
        configuration.store == .memory ? .random() : try SecretsKeyFile.loadOrMake(configuration.secretsKeyPath)
    }

    private static func listeningProblem(_ configuration: ServeConfiguration, _ error: any Error) -> String {
        if "\(error)".contains("Address already in use") {
            return
                "port \(configuration.port) of \(configuration.host) is in use by another program: choose another by --port."
        }
        return "\(configuration.host):\(configuration.port): \(error)"
    }

    private var quietLogger: Logger {
        var quiet = logger
        quiet.logLevel = .error
        return quiet
    }

    /// One line on standard output, for programs; for people, the rest on standard error.
    private func announce(_ port: Int) {
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let endpoint = "http://\(host):\(port)"
        StandardStream.output.line("Cosell is listening on \(endpoint)")
        guard configuration.logFormat == .text else { return }
        StandardStream.error.line(
            """
            Credentials: test / test (account \(AccessKeys.defaultAccountIdentifier)). Try:
              AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test aws partnercentral-selling list-solutions \
            --catalog Sandbox --region \(configuration.region) --endpoint-url \(endpoint)
            """
        )
    }
}

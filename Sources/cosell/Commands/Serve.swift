import ArgumentParser

/// `cosell serve`: runs the server until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the API until SIGTERM or SIGINT.")

    @Option(help: "The address to listen on; anything but a loopback address needs --auth strict. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port; 0 for any free one. (default: 4280)")
    var port: String?

    @Option(help: "memory, sqlite:PATH or a postgres:// URI. (default: sqlite:.cosell/cosell.sqlite)")
    var store: String?

    @Option(help: "full: an acknowledged write survives power loss; normal: it survives kill -9. (default: full)")
    var durability: String?

    @Option(help: "open: unregistered access keys are accepted; strict: only registered ones. (default: open)")
    var auth: String?

    @Option(help: "The region in ARNs, required of the credential scope. (default: us-east-1)")
    var region: String?

    @Option(
        help: "off, or aws: AWS's published rates and daily budgets, for each account and operation. (default: off)"
    )
    var limits: String?

    @Option(
        help:
            "documented, or observed: Sandbox as integrators report it where AWS's pages differ. (default: documented)"
    )
    var sandbox: String?

    @Option(help: "How long each step of a task takes, as in PT5S; PT0S: tasks are done in the call. (default: PT0S)")
    var taskDelay: String?

    @Option(help: "Required by /_cosell/* as a bearer token; must be set where the host is not loopback.")
    var adminToken: String?

    @Option(
        help: "The file of the key that protects stored secrets; made where missing. (default: .cosell/secrets.key)"
    )
    var secretsKey: String?

    @Option(help: "The largest request body. (default: 1048576)")
    var maxBodyBytes: String?

    @Option(help: "text or json, on standard error. (default: text)")
    var logFormat: String?

    @Flag(help: "Show bodies in the request log (cosell requests) as they came, with their sensitive members.")
    var logBodies = false

    @Flag(help: "Listen beyond this machine although --auth is open.")
    var allowOpenNetwork = false

    func run() async throws {
        try await exiting {
            let configuration = try ServeConfiguration(self, EnvironmentVariables.current)
            try await ServerProgram(configuration).run()
        }
    }
}

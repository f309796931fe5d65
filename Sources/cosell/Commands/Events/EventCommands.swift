import ArgumentParser
import Client

/// `cosell events …`: what happened, and what happens.
struct EventCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Look at the events that a server has told.",
        subcommands: [ListEventsCommand.self, TailEvents.self]
    )
}

/// Which server, and which of its events.
struct EventSelection: ParsableArguments {
    @Option(help: "The server. (default: COSELL_ENDPOINT, or http://127.0.0.1:4280)")
    var endpoint: String?

    @Option(help: "What the server was started with as --admin-token. (default: COSELL_ADMIN_TOKEN)")
    var adminToken: String?

    @Option(help: "Only events of this account. (default: all)")
    var account: String?

    @Option(help: "Only events of this kind, such as 'Opportunity Created'. (default: all)")
    var detailType: String?

    @Flag(help: "One JSON document per line.")
    var json = false

    var client: AdminClient {
        let variables = EnvironmentVariables.current
        return AdminClient(
            endpoint: endpoint ?? variables["COSELL_ENDPOINT"] ?? "http://127.0.0.1:4280",
            token: adminToken ?? variables["COSELL_ADMIN_TOKEN"]
        )
    }
}

extension AdminClient {
    /// Calls the server and says in a sentence where that fails.
    func answering<Answer>(_ call: (AdminClient) async throws -> Answer) async throws -> Answer {
        do {
            return try await call(self)
        } catch let refusal as CallError {
            let sentence = refusal.body.split(separator: "\n").first ?? ""
            throw ExitReason.unavailable("\(endpoint) refuses (\(refusal.status)): \(sentence)")
        } catch {
            throw ExitReason.unavailable("\(endpoint) does not answer. Is the server running? (\(error))")
        }
    }
}

import AWSJSON
import AdminShapes
import ArgumentParser
import Client

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `cosell requests`: what was asked lately, what came of it, and why.
struct Requests: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the last requests of a server, each refusal with its explanation.",
        discussion: """
            Newest first. What the service model calls sensitive is shown as \"***\" unless the server runs with \
            --log-bodies. COSELL_ADMIN_TOKEN is sent where it is set.
            """
    )

    @Option(help: "Only those of this account.")
    var account: String?

    @Option(help: "Only those in this catalog, AWS or Sandbox.")
    var catalog: String?

    @Option(help: "Only those of this operation, such as GetOpportunity.")
    var operation: String?

    @Option(help: "OK, an error's name, or refused for everything but OK.")
    var outcome: String?

    @Option(help: "Only those with this text in their bodies, identifiers or explanations, in whatever case.")
    var text: String?

    @Option(help: "At most so many.")
    var limit = 20

    @Flag(help: "Print them as JSON, bodies included.")
    var json = false

    @Option(help: "The server. (default: COSELL_ENDPOINT, or http://127.0.0.1:4280)")
    var endpoint: String?

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        let variables = EnvironmentVariables.current
        let client = AdminClient(
            endpoint: endpoint ?? variables["COSELL_ENDPOINT"] ?? "http://127.0.0.1:4280",
            token: variables["COSELL_ADMIN_TOKEN"]
        )
        let found = try await exiting { try await requests(of: client) }
        if json {
            StandardStream.output.write(ListRequestsResponse(requests: found).encoded() + [UInt8(ascii: "\n")])
        } else {
            let isColoured = isatty(StandardStream.output.rawValue) == 1 && variables["NO_COLOR"] == nil
            StandardStream.output.write(Array(RequestTable(isColoured: isColoured).text(found).utf8))
        }
    }

    /// As many as were asked for, page by page.
    private func requests(of client: AdminClient) async throws -> [LoggedRequest] {
        var found: [LoggedRequest] = []
        while found.count < limit {
            let page = try await page(of: client, after: found.last, count: min(limit - found.count, Self.mostOfPage))
            found += page
            if page.count < Self.mostOfPage { break }
        }
        return found
    }

    private static let mostOfPage = 100

    private func page(of client: AdminClient, after last: LoggedRequest?, count: Int) async throws -> [LoggedRequest] {
        let query = ListRequestsRequest(
            accountId: account,
            beforeSequence: last?.sequence,
            catalog: catalog.map(Catalog.init(rawValue:)),
            maxResults: count,
            operation: operation,
            outcome: outcome,
            text: text
        )
        do {
            return try await client.listRequests(query).requests
        } catch let failure as any ModelledFailure {
            throw ExitReason.refused(String(decoding: failure.wireError.body(.awsJSON), as: UTF8.self))
        } catch let refusal as CallError {
            throw ExitReason.refused("\(refusal)")
        } catch {
            throw ExitReason.unavailable("\(client.endpoint) does not answer. Is the server running? (\(error))")
        }
    }
}

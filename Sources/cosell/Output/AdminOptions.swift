import AWSJSON
import AdminShapes
import ArgumentParser
import Client
import SmithyTypes

/// What every command that asks a running server's admin API can be told, and how it asks and shows.
struct AdminOptions: ParsableArguments {
    @Option(help: "The server. (default: COSELL_ENDPOINT, or http://127.0.0.1:4280)")
    var endpoint: String?

    @Option(help: "What the server was started with as --admin-token. (default: COSELL_ADMIN_TOKEN)")
    var adminToken: String?

    @Flag(help: "Print the server's answer as JSON.")
    var json = false

    /// Where the server is.
    var server: String { endpoint ?? EnvironmentVariables.current["COSELL_ENDPOINT"] ?? "http://127.0.0.1:4280" }

    /// Asks the server and shows its answer: as it is for programs, or in words for people.
    func run<Output: JSONStructure>(
        _ request: (AdminClient) async throws -> Output,
        show: (Output) -> String
    ) async throws {
        try await exiting {
            let token = adminToken ?? EnvironmentVariables.current["COSELL_ADMIN_TOKEN"]
            let client = AdminClient(endpoint: server, token: token)
            display(try await answer { try await request(client) }, show)
        }
    }

    /// Prints an answer.
    func display<Output: JSONStructure>(_ output: Output, _ show: (Output) -> String) {
        StandardStream.output.line(json ? String(decoding: output.encoded(), as: UTF8.self) : show(output))
    }

    /// Makes a call; what comes back in place of an answer becomes a reason to stop.
    func answer<Output>(_ call: () async throws -> Output) async throws(ExitReason) -> Output {
        do {
            return try await call()
        } catch let failure as any ModelledFailure {
            throw .refused(Refusal.text(of: failure.wireError.body(.awsJSON)))
        } catch let error as CallError {
            throw .refused(Refusal.text(of: Array(error.body.utf8)))
        } catch {
            throw .unavailable("\(server) does not answer. Is the server running? (\(error))")
        }
    }
}

/// A refusal in the words of its document.
private enum Refusal {
    /// The message, or a line for each violation where there are several.
    static func text(of body: [UInt8]) -> String {
        guard var reader = try? JSONReader(body), let document = try? reader.document(Document.self) else {
            return String(decoding: body, as: UTF8.self).trimmed
        }
        let message = (document["Message"] ?? document["message"])?.text ?? String(decoding: body, as: UTF8.self)
        guard case .list(let violations)? = document["ErrorList"], violations.count > 1 else { return message }
        let lines = violations.map { violation in
            "\n  \(violation["FieldName"]?.text ?? ""): \(violation["Message"]?.text ?? "")"
        }
        return "the server refused:" + lines.joined()
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

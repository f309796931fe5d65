import ArgumentParser
import Client
import SigV4

/// `cosell call <Operation> '<json>'`: one signed call of any operation.
struct CallOperation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call an operation, signed, and print its answer.",
        discussion: """
            Signs with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or with test and test. \
            An answer that is an error goes to standard error, and the command exits with 1.
            """
    )

    @Argument(help: "The operation, such as GetOpportunity.")
    var operation: String

    @Argument(help: "Its input as JSON.")
    var input = "{}"

    @Option(help: "The server. (default: COSELL_ENDPOINT, AWS_ENDPOINT_URL, or http://127.0.0.1:4280)")
    var endpoint: String?

    @Option(help: "The region to sign for. (default: COSELL_REGION, or us-east-1)")
    var region: String?

    func run() async throws {
        let variables = EnvironmentVariables.current
        let client = SellingClient(
            endpoint: endpoint ?? variables["COSELL_ENDPOINT"] ?? variables["AWS_ENDPOINT_URL"]
                ?? "http://127.0.0.1:4280",
            accessKey: AccessKey(
                id: variables["AWS_ACCESS_KEY_ID"] ?? "test",
                secretAccessKey: variables["AWS_SECRET_ACCESS_KEY"] ?? "test",
                sessionToken: variables["AWS_SESSION_TOKEN"]
            ),
            region: region ?? variables["COSELL_REGION"] ?? "us-east-1"
        )
        let answer = try await exiting {
            do {
                return try await client.send(operation: operation, body: Array(input.utf8))
            } catch {
                throw ExitReason.unavailable("\(client.endpoint) does not answer. Is the server running? (\(error))")
            }
        }
        let isRefusal = answer.status != 200
        if !answer.body.isEmpty {
            (isRefusal ? StandardStream.error : .output).write(answer.body + [UInt8(ascii: "\n")])
        }
        if isRefusal { throw ExitCode(1) }
    }
}

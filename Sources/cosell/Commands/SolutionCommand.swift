import AdminShapes
import ArgumentParser
import Client
import SellingShapes
import SigV4

/// `cosell solution`: the solutions of accounts, which partners keep elsewhere in Partner Central.
struct SolutionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solution",
        abstract: "List an account's solutions, or give it one.",
        subcommands: [List.self, Put.self],
        defaultSubcommand: List.self
    )

    /// `cosell solution list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List solutions, as the account's own signed call answers.",
            discussion: """
                Signs with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; without them as the account itself, which a \
                server with --auth open accepts.
                """
        )

        @OptionGroup var scope: ScopeOptions
        @OptionGroup var admin: AdminOptions

        @Option(help: "The region to sign for. (default: COSELL_REGION, or us-east-1)")
        var region: String?

        func run() async throws {
            let request = ListSolutionsRequest(catalog: CatalogIdentifier(rawValue: scope.catalog.value.rawValue))
            try await exiting {
                var pages: [ListSolutionsResponse] = []
                repeat {
                    var question = request
                    question.nextToken = pages.last?.nextToken
                    let page = question
                    pages.append(try await admin.answer { try await client.listSolutions(page) })
                } while pages.last?.nextToken != nil
                let all = ListSolutionsResponse(solutionSummaries: pages.flatMap(\.solutionSummaries))
                admin.display(all) { Self.text($0.solutionSummaries) }
            }
        }

        private var client: SellingClient {
            let variables = EnvironmentVariables.current
            return SellingClient(
                endpoint: admin.server,
                accessKey: AccessKey(
                    id: variables["AWS_ACCESS_KEY_ID"] ?? scope.account ?? "test",
                    secretAccessKey: variables["AWS_SECRET_ACCESS_KEY"] ?? "test",
                    sessionToken: variables["AWS_SESSION_TOKEN"]
                ),
                region: region ?? variables["COSELL_REGION"] ?? "us-east-1"
            )
        }

        private static func text(_ solutions: [SolutionBase]) -> String {
            TextTable(
                ["ID", "STATUS", "CATEGORY", "NAME"],
                solutions.map { [$0.id, $0.status.rawValue, $0.category, $0.name] }
            ).text(on: .output)
        }
    }

    /// `cosell solution put`
    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account a solution, or change one that it has."
        )

        @Argument(help: "The solution's name.")
        var name: String

        @Option(help: "Such as 'Software Product' or 'Managed Service'.")
        var category = "Software Product"

        @Option(help: "Active, Inactive or Draft.")
        var status = "Active"

        @Option(help: "Which solution to change, such as S-1234567. (default: a new one)")
        var id: String?

        @OptionGroup var scope: ScopeOptions
        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = PutSolutionRequest(
                accountId: scope.account,
                catalog: scope.catalog.value,
                category: category,
                id: id,
                name: name,
                status: AdminShapes.SolutionStatus(rawValue: status)
            )
            try await admin.run {
                try await $0.putSolution(request)
            } show: { answer in
                TextTable(["ID", "ARN"], [[answer.id, answer.arn]]).text(on: .output)
            }
        }
    }
}

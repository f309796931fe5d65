import AdminShapes
import ArgumentParser
import Client

/// `cosell account`: the accounts that Cosell has seen.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "List accounts, or name the company behind one.",
        subcommands: [List.self, Create.self],
        defaultSubcommand: List.self
    )

    private static func text(_ accounts: [Account]) -> String {
        TextTable(
            ["ACCOUNT", "COMPANY", "WEBSITE"],
            accounts.map { [$0.accountId, $0.companyName, $0.websiteUrl] }
        ).text(on: .output)
    }

    /// `cosell account list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every account that was named, has a key or owns something."
        )

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.listAccounts(ListAccountsRequest())
            } show: {
                AccountCommand.text($0.accounts)
            }
        }
    }

    /// `cosell account create`
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account known, and name its company; what is not given stays as it was."
        )

        @Argument(help: "The account, 12 digits.")
        var account: String

        @Option(help: "The name of its company.")
        var company: String?

        @Option(help: "The company's website.")
        var website: String?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = CreateAccountRequest(accountId: account, companyName: company, websiteUrl: website)
            try await admin.run {
                try await $0.createAccount(request)
            } show: {
                AccountCommand.text([$0.account])
            }
        }
    }
}

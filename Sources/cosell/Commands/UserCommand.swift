import AdminShapes
import ArgumentParser
import Client

/// `cosell user`: the users of accounts in Partner Central, who can own opportunities.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "List or register an account's users in Partner Central.",
        subcommands: [List.self, Put.self],
        defaultSubcommand: List.self
    )

    /// `cosell user list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List users, of one account or of all.")

        @Option(help: "The account, 12 digits. (default: all)")
        var account: String?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.listUsers(ListUsersRequest(accountId: account))
            } show: { answer in
                TextTable(
                    ["ACCOUNT", "EMAIL", "NAME", "PHONE", "ROLE"],
                    answer.users.map { user in
                        [
                            user.accountId, user.email, "\(user.firstName) \(user.lastName)", user.phone,
                            user.allianceLead ? "alliance lead" : nil,
                        ]
                    }
                ).text(on: .output)
            }
        }
    }

    /// `cosell user put`
    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a user, or replace the one with this email."
        )

        @Argument(help: "The user's email.")
        var email: String

        @Option(help: "The first name.")
        var firstName: String

        @Option(help: "The last name.")
        var lastName: String

        @Option(help: "The phone number, such as +12025550123.")
        var phone: String?

        @Flag(help: "The user owns what the account creates; one user of an account does.")
        var allianceLead = false

        @Option(help: "The account, 12 digits. (default: 123456789012)")
        var account: String?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = PutUserRequest(
                accountId: account,
                allianceLead: allianceLead,
                email: email,
                firstName: firstName,
                lastName: lastName,
                phone: phone
            )
            try await admin.run {
                try await $0.putUser(request)
            } show: { _ in
                "\(email) is registered."
            }
        }
    }
}

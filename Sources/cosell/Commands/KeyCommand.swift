import AdminShapes
import ArgumentParser
import Client
import SmithyTypes

/// `cosell key`: the access keys that Cosell knows.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "List, create or delete access keys.",
        subcommands: [List.self, Create.self, Delete.self],
        defaultSubcommand: List.self
    )

    /// `cosell key list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List access keys, of one account or of all; secrets are not shown."
        )

        @Option(help: "The account, 12 digits. (default: all)")
        var account: String?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.listAccessKeys(ListAccessKeysRequest(accountId: account))
            } show: { answer in
                TextTable(
                    ["ACCESS KEY", "ACCOUNT", "USER", "EXPIRES"],
                    answer.accessKeys.map {
                        [$0.accessKeyId, $0.accountId, $0.userName ?? "root", $0.expiresAt?.iso8601]
                    }
                ).text(on: .output)
            }
        }
    }

    /// `cosell key create`
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register an access key; its secret is shown this once."
        )

        @Option(help: "The account, 12 digits. (default: 123456789012)")
        var account: String?

        @Option(help: "The user; without one the key is the root's, which is allowed everything.")
        var user: String?

        @Option(help: "The access key's identifier. (default: a new one)")
        var id: String?

        @Option(help: "Its secret. (default: a new one)")
        var secret: String?

        @Option(help: "The session token that goes with temporary credentials.")
        var sessionToken: String?

        @Option(help: "When it expires in real time, such as 2030-01-31T00:00:00Z.")
        var expiresAt: InstantArgument?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = CreateAccessKeyRequest(
                accessKeyId: id,
                accountId: account,
                expiresAt: expiresAt?.value,
                secretAccessKey: secret,
                sessionToken: sessionToken,
                userName: user
            )
            try await admin.run {
                try await $0.createAccessKey(request)
            } show: { key in
                Self.text(key)
            }
        }

        /// Lines that a shell takes as they are.
        private static func text(_ key: CreateAccessKeyResponse) -> String {
            let variables = [
                ("AWS_ACCESS_KEY_ID", key.accessKeyId), ("AWS_SECRET_ACCESS_KEY", key.secretAccessKey),
                ("AWS_SESSION_TOKEN", key.sessionToken ?? ""),
            ]
            return variables.filter { !$0.1.isEmpty }
                .map { "export \($0.0)='\($0.1.replacing("'", with: "'\\''"))'" }.joined(separator: "\n")
        }
    }

    /// `cosell key delete`
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take an access key away.")

        @Argument(help: "The access key's identifier.")
        var id: String

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.deleteAccessKey(DeleteAccessKeyRequest(accessKeyId: id))
            } show: { _ in
                "\(id) is gone."
            }
        }
    }
}

import AdminShapes
import ArgumentParser
import Client

/// `cosell fault`: what is to go wrong.
struct FaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault",
        abstract: "List, set or lift faults: errors, latency and lost responses.",
        subcommands: [List.self, Put.self, Delete.self],
        defaultSubcommand: List.self
    )

    /// `cosell fault list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the faults that are set.")

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.listFaults(ListFaultsRequest())
            } show: { answer in
                TextTable(
                    ["NAME", "KIND", "OPERATION", "ACCOUNT", "CATALOG", "WHEN"],
                    answer.faults.map { fault in
                        [
                            fault.name, Self.kind(fault), fault.operation ?? "every", fault.accountId ?? "every",
                            fault.catalog?.rawValue ?? "both", Self.occasions(fault),
                        ]
                    }
                ).text(on: .output)
            }
        }

        private static func kind(_ fault: PutFaultRequest) -> String {
            let detail = fault.errorCode ?? fault.latencyMilliseconds.map { "\($0) ms" }
            return fault.kind.rawValue + (detail.map { " \($0)" } ?? "")
        }

        private static func occasions(_ fault: PutFaultRequest) -> String {
            let parts = [
                fault.nth.map { "one in \($0)" }, fault.probability.map { "with probability \($0)" },
                fault.times.map { "\($0) times" },
            ]
            let text = parts.compactMap(\.self).joined(separator: ", ")
            return text.isEmpty ? "always" : text
        }
    }

    /// `cosell fault delete`
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lift a fault.")

        @Argument(help: "The fault's name.")
        var name: String

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run {
                try await $0.deleteFault(DeleteFaultRequest(name: name))
            } show: { _ in
                "\(name) is lifted."
            }
        }
    }

    /// `cosell fault put`
    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a fault, in place of one of the same name.",
            usage: """
                cosell fault put slow --kind latency --latency-milliseconds 500
                cosell fault put throttled --kind error --error-code ThrottlingException --times 2
                cosell fault put lost --kind lost-response --operation CreateOpportunity --times 1
                """
        )

        @Argument(help: "The fault's name.")
        var name: String

        @Option(help: "error, latency or lost-response.")
        var kind: String

        @Option(help: "Of a fault of kind error, such as ThrottlingException.")
        var errorCode: String?

        @Option(help: "What the error says.")
        var message: String?

        @Option(help: "Of a fault of kind latency.")
        var latencyMilliseconds: Int?

        @Option(help: "The operation. (default: every)")
        var operation: String?

        @Option(help: "The account. (default: every)")
        var account: String?

        @Option(help: "The catalog. (default: both)")
        var catalog: CatalogArgument?

        @Option(help: "From 0 to 1. (default: always)")
        var probability: Double?

        @Option(help: "Only every nth matching request.")
        var nth: Int?

        @Option(help: "After so many the fault lifts itself.")
        var times: Int?

        @Option(help: "Makes the draws of --probability repeatable.")
        var seed: Int?

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = PutFaultRequest(
                accountId: account,
                catalog: catalog?.value,
                errorCode: errorCode,
                kind: FaultKind(rawValue: kind),
                latencyMilliseconds: latencyMilliseconds,
                message: message,
                name: name,
                nth: nth,
                operation: operation,
                probability: probability,
                seed: seed,
                times: times
            )
            try await admin.run {
                try await $0.putFault(request)
            } show: { _ in
                "\(name) is set."
            }
        }
    }
}

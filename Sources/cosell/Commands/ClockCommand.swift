import AdminShapes
import ArgumentParser
import Client
import SmithyTypes

/// `cosell clock`: shows and moves Cosell's clock.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Show or move Cosell's clock, by which the service dates, expires and reviews.",
        subcommands: [Show.self, Set.self, Advance.self, Freeze.self, Resume.self],
        defaultSubcommand: Show.self
    )

    /// How a person is told what the clock shows.
    static func text(_ answer: ClockResponse) -> String {
        answer.now.iso8601 + (answer.frozen ? " " + Terminal.output.faint("(frozen)") : "")
    }

    /// `cosell clock show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the clock.")

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run({ try await $0.getClock(GetClockRequest()) }, show: ClockCommand.text)
        }
    }

    /// `cosell clock set`
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the clock; what is due by then happens before this ends."
        )

        @Argument(help: "The instant, such as 2026-03-01T09:00:00Z or 2026-03-01.")
        var now: InstantArgument

        @Flag(help: "Set it back, too.")
        var force = false

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            let request = SetClockRequest(force: force, now: now.value)
            try await admin.run({ try await $0.setClock(request) }, show: ClockCommand.text)
        }
    }

    /// `cosell clock advance`
    struct Advance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move the clock on; what is due by then happens before this ends."
        )

        @Argument(help: "How far, as ISO 8601 spells it: P15D, PT2H30M.")
        var by: String

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run(
                { try await $0.advanceClock(AdvanceClockRequest(by: by)) },
                show: ClockCommand.text
            )
        }
    }

    /// `cosell clock freeze`
    struct Freeze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop the clock where it is.")

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run({ try await $0.freezeClock(FreezeClockRequest()) }, show: ClockCommand.text)
        }
    }

    /// `cosell clock resume`
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let the clock go on from where it stands.")

        @OptionGroup var admin: AdminOptions

        func run() async throws {
            try await admin.run({ try await $0.resumeClock(ResumeClockRequest()) }, show: ClockCommand.text)
        }
    }
}

/// An instant as people write it: ISO 8601, or the day alone for its beginning in UTC.
struct InstantArgument: ExpressibleByArgument {
    let value: Timestamp

    init?(argument: String) {
        let whole = argument.utf8.count == 10 ? argument + "T00:00:00Z" : argument
        guard let instant = Timestamp(iso8601: whole.utf8) else { return nil }
        value = instant
    }
}

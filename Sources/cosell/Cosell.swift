import ArgumentParser

/// The program: a server, and the commands that talk to one.
@main
struct Cosell: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosell",
        abstract: "AWS Partner Central's Selling API that you can run yourself.",
        discussion:
            "Cosell is independent of AWS. Every flag of serve is also an environment variable: --store is COSELL_STORE.",
        version: CosellVersion.text,
        subcommands: [
            Serve.self, CallOperation.self, ReviewCommand.self, ClockCommand.self, EventCommands.self,
            FaultCommand.self,
            AccountCommand.self, UserCommand.self, KeyCommand.self, SolutionCommand.self, Requests.self,
        ]
    )
}

/// The version, in one place.
enum CosellVersion {
    static let text = "0.1.0"
}

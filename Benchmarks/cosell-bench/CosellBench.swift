import ArgumentParser

/// Programs that do one part of the server's work and nothing else, so that its figures have something to be held
/// against. `scripts/bench` runs them.
@main
struct CosellBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosell-bench",
        abstract: "The ceilings that Cosell is measured against, and a store to measure it on.",
        subcommands: [HTTPFloor.self, StoreCeiling.self, LoadStore.self]
    )
}

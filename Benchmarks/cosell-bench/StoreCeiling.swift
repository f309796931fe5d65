import ArgumentParser

/// What the store's engine does by itself. One line per figure: a name, the rows that share a commit, rows per second.
struct StoreCeiling: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store-ceiling",
        abstract: "Measures SQLite by its C interface, at full durability."
    )

    @Option(help: "A folder on the disk to measure.")
    var directory: String

    @Option(help: "Seconds for each figure.")
    var seconds = 3.0

    @Option(help: "Bytes of a row's document.")
    var rowBytes = 2_135

    func run() throws {
        let database = try RawDatabase(path: directory + "/ceiling.sqlite", rowBytes: rowBytes)
        for group in [1, 16, 64] {
            print("updates", group, try database.updatesPerSecond(inGroupsOf: group, for: .seconds(seconds)))
        }
        print("reads", 0, try database.readsPerSecond(for: .seconds(seconds)))
    }
}

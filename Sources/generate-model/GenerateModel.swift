import ArgumentParser
import Foundation
import ModelGenerator

/// Writes the generated sources of every service anew.
@main
struct GenerateModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-model",
        abstract: "Writes the generated sources from Models/."
    )

    @Option(help: "The package's root.")
    var root = "."

    @Option(help: "A folder of models with its services.json, within the root. May be given several times.")
    var models = ["Models", "Tests/ModelGeneratorTests/Fixtures"]

    @Flag(help: "Only say which files would change, and exit 1 if any would.")
    var check = false

    func run() throws {
        let root = URL(fileURLWithPath: root)
        let models = models.map(root.appendingPathComponent)
        let files = try models.flatMap(GeneratorPipeline.generate)
        let folders = GeneratorPipeline.generatedFolders(try models.flatMap(ServiceSource.all))
        let drift = GeneratedDrift.between(files, folders: folders, root: root)
        for path in drift.paths { print(check ? "stale: \(path)" : path) }
        if check {
            throw drift.paths.isEmpty ? CleanExit.message("The generated sources are current.") : ExitCode(1)
        }
        try drift.write(files, root: root)
        print("\(files.count) files generated, \(drift.paths.count) changed")
    }
}

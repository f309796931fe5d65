import ArgumentParser
import Foundation
import ModelGenerator

/// Writes the generated sources of every service anew.
@main
struct GenerateModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-model",
        abstract: "Writes the generated sources from Models/.")

    @Option(help: "The package's root.")
    var root = "."

    @Flag(help: "Only say which files would change, and exit 1 if any would.")
    var check = false

    func run() throws {
        let root = URL(fileURLWithPath: root)
        let models = root.appendingPathComponent("Models")
        let files = try GeneratorPipeline.generate(models: models)
        let folders = GeneratorPipeline.generatedFolders(try ServiceSource.all(in: models))
        let drift = GeneratedDrift.between(files, folders: folders, root: root)
        for path in drift.paths { print(check ? "stale: \(path)" : path) }
        if check {
            throw drift.paths.isEmpty ? CleanExit.message("The generated sources are current.") : ExitCode(1)
        }
        try drift.write(files, root: root)
        print("\(files.count) files generated, \(drift.paths.count) changed")
    }
}

import Foundation
import ModelGenerator
import Testing

@Suite("Drift between generated files and a folder")
struct GeneratedDriftTests {
    @Test("names what is stale and what is orphaned, and is gone once written")
    func writing() throws {
        let small = try ModelFolder(
            shapes: #"{"A":{"type":"structure","members":{}},"B":{"type":"structure","members":{}}}"#
        )
        let folders = GeneratorPipeline.generatedFolders(try ServiceSource.all(in: small.url))
        let files = try small.generate()
        func drift(_ files: [GeneratedFile]) -> GeneratedDrift { .between(files, folders: folders, root: small.url) }

        #expect(drift(files).stale.count == files.count)
        try drift(files).write(files, root: small.url)
        #expect(drift(files).paths == [])

        let fewer = files.filter { !$0.path.hasSuffix("Shapes/Generated/A.swift") }
        #expect(drift(fewer).orphaned == ["Sources/SmallShapes/Generated/A.swift"])
        let edited = small.url.appendingPathComponent("Sources/SmallShapes/Generated/B.swift")
        try Data("// edited".utf8).write(to: edited)
        #expect(drift(fewer).stale == ["Sources/SmallShapes/Generated/B.swift"])
        try drift(fewer).write(fewer, root: small.url)
        #expect(drift(fewer).paths == [])
    }

    @Test("covers the modules of a service, or the one folder that it is told")
    func folders() {
        let service = ServiceSource(name: "Small", model: "model.json")
        #expect(
            GeneratorPipeline.generatedFolders([service]) == [
                "Sources/Client/Generated", "Sources/SmallShapes/Generated", "Sources/SmallWire/Generated",
            ]
        )
        let test = ServiceSource(name: "Small", model: "model.json", folder: "Tests/Small")
        #expect(GeneratorPipeline.generatedFolders([test]) == ["Tests/Small/Shapes", "Tests/Small/Wire"])
    }
}

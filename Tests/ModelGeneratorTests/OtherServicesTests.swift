import Foundation
import ModelGenerator
import Testing

/// botocore's `data` folder, where `COSELL_BOTOCORE_DATA` names it.
private let botocoreData = ProcessInfo.processInfo.environment["COSELL_BOTOCORE_DATA"].map { URL(fileURLWithPath: $0) }

/// The generator knows no service: whatever speaks awsJson can be generated. `scripts/check-other-models` also has the
/// compiler look at what comes out.
@Suite("Another service's model", .enabled(if: botocoreData != nil))
struct OtherServicesTests {
    @Test(
        "is imported as it is and generated",
        arguments: [
            "partnercentral-account", "partnercentral-benefits", "partnercentral-channel", "dynamodb", "kms",
            "organizations",
            "codebuild", "glue",
        ]
    )
    func generated(service: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cosell-other-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try importModel(service, into: folder.appendingPathComponent("\(service).json"))
        let source = ServiceSource(name: "Other", model: "\(service).json")
        let files = try GeneratorPipeline.generate(source, models: folder)
        #expect(files.count > 50)
        #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    }

    private func importModel(_ service: String, into file: URL) throws {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = [
            "python3", PackageRoot.url.appendingPathComponent("scripts/import-model").path, "--service", service,
            "--output", file.path,
        ]
        let site = try #require(botocoreData).deletingLastPathComponent().deletingLastPathComponent()
        python.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": site.path]) { $1 }
        python.standardOutput = FileHandle.nullDevice
        try python.run()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0)
    }
}

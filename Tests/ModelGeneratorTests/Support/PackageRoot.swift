import Foundation

/// Where this package stands.
enum PackageRoot {
    static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let models = url.appendingPathComponent("Models")
    static let fixtures = url.appendingPathComponent("Tests/ModelGeneratorTests/Fixtures")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }
}

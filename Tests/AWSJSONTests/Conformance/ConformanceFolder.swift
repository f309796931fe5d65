import Foundation

/// The protocol vectors of Smithy and botocore: not part of this repository, but read where `COSELL_CONFORMANCE` names
/// the folder that holds them.
enum ConformanceFolder {
    static let url = ProcessInfo.processInfo.environment["COSELL_CONFORMANCE"]
        .flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }

    static var isThere: Bool { url != nil }

    /// The cases of one file; none where there is no folder. A file that cannot be read stops the tests.
    static func cases<Case: Decodable>(_ type: Case.Type, in file: String) -> [Case] {
        guard let url else { return [] }
        do {
            return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url.appendingPathComponent(file)))
        } catch {
            fatalError("\(file): \(error)")
        }
    }
}

public import Foundation

/// How the checked-in generated files differ from what the models give now.
public struct GeneratedDrift: Sendable {
    /// Files whose text is another, or that are not there.
    public let stale: [String]
    /// Files that no model asks for any more.
    public let orphaned: [String]

    public var paths: [String] { (stale + orphaned).sorted() }

    /// Compares `files` with those below `root`.
    public static func between(_ files: [GeneratedFile], folders: [String], root: URL) -> GeneratedDrift {
        let expected = Set(files.map(\.path))
        let stale = files.filter { file in
            (try? String(contentsOf: root.appendingPathComponent(file.path), encoding: .utf8)) != file.text
        }
        let present = folders.flatMap { swiftFiles(below: $0, root: root) }
        return GeneratedDrift(stale: stale.map(\.path), orphaned: present.filter { !expected.contains($0) })
    }

    private static func swiftFiles(below folder: String, root: URL) -> [String] {
        let start = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }

    /// Writes the stale files and removes the orphaned ones.
    public func write(_ files: [GeneratedFile], root: URL) throws {
        let isStale = Set(stale)
        for file in files where isStale.contains(file.path) {
            let target = root.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.text.utf8).write(to: target)
        }
        for path in orphaned {
            try FileManager.default.removeItem(at: root.appendingPathComponent(path))
        }
    }
}

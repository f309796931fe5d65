import Foundation

/// The files of the project, as they lie on disk.
struct Checkout: Sendable {
    static let here = Checkout()

    let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL
    /// Paths from the root, sorted; nothing that tools make and the repository does not have.
    let files: [String]
    let folders: [String]

    private init() {
        var (files, folders) = ([String](), [String]())
        let keys: [URLResourceKey] = [.isDirectoryKey, .nameKey]
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
        while let url = walk?.nextObject() as? URL {
            let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
            guard Self.isOurs(url.lastPathComponent) else {
                walk?.skipDescendants()
                continue
            }
            let path = String(url.standardizedFileURL.path.dropFirst(root.path.count + 1))
            if isFolder { folders.append(path) } else { files.append(path) }
        }
        self.files = files.sorted()
        self.folders = folders.sorted()
    }

    /// As `.gitignore` has it; of hidden things only those that belong to the project.
    private static func isOurs(_ name: String) -> Bool {
        if name.hasPrefix(".") { return [".ci", ".gitignore", ".swift-format", ".github"].contains(name) }
        return !["build", "__pycache__", "node_modules", "Package.resolved"].contains(name) && !name.hasSuffix(".pyc")
    }

    /// Swift files below any of these folders.
    func swiftFiles(below folders: String...) -> [String] {
        files.filter { file in file.hasSuffix(".swift") && folders.contains { file.hasPrefix($0 + "/") } }
    }

    /// Swift files that people write.
    var handWritten: [String] {
        swiftFiles(below: "Sources", "Tests", "Benchmarks").filter { !Self.isGenerated($0) }
    }

    /// Whether a file lies in a folder for generated ones.
    static func isGenerated(_ path: String) -> Bool {
        path.split(separator: "/").dropLast().contains("Generated")
    }

    /// The target that a path in `Sources` or `Tests` belongs to.
    static func target(of path: String) -> String {
        String(path.split(separator: "/").dropFirst().first ?? "")
    }

    func bytes(_ path: String) throws -> [UInt8] {
        try Array(data(path))
    }

    func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    func firstLine(_ path: String) throws -> String {
        String(decoding: try data(path).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// The lines of a file that have a text in them, by number.
    func lines(of path: String, with text: String) throws -> [(number: Int, line: String)] {
        let (data, needle, newline) = (try data(path), Data(text.utf8), Data("\n".utf8))
        var found: [(number: Int, line: String)] = []
        var rest = data.startIndex
        while let range = data.range(of: needle, in: rest..<data.endIndex) {
            let before = data.range(of: newline, options: .backwards, in: data.startIndex..<range.lowerBound)
            let start = before?.upperBound ?? data.startIndex
            let end = data.range(of: newline, in: range.upperBound..<data.endIndex)?.lowerBound ?? data.endIndex
            let number = data[..<start].count { $0 == UInt8(ascii: "\n") } + 1
            found.append((number, String(decoding: data[start..<end], as: UTF8.self)))
            rest = end
        }
        return found
    }

    /// The names of the targets in `Sources`.
    var targets: Set<String> {
        Set(folders.filter { $0.hasPrefix("Sources/") }.map(Self.target))
    }

    /// Every hand-written Swift file, read once.
    static let sources: [(path: String, source: SwiftSource)] = here.handWritten.compactMap { path in
        (try? here.bytes(path)).map { (path, SwiftSource($0)) }
    }
}

import Testing

@Suite("What no file may have")
struct ForbiddenTests {
    /// Put together here, so that this file has none of them.
    static let markers = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    static let machinePaths = ["/work" + "/", "/root" + "/"]

    @Test("no file leaves something for later", arguments: markers)
    func marker(_ marker: String) throws {
        let word = try Regex(#"\b\#(marker)\b"#)
        for file in Checkout.here.files {
            for (number, line) in try Checkout.here.lines(of: file, with: marker) {
                #expect(line.firstMatch(of: word) == nil, "\(file):\(number)")
            }
        }
    }

    @Test("no file names a path of somebody's machine", arguments: machinePaths)
    func machinePath(_ path: String) throws {
        for file in Checkout.here.files {
            for (number, line) in try Checkout.here.lines(of: file, with: path) {
                Issue.record("\(file):\(number): \(line)")
            }
        }
    }

    @Test("no hand-written code tries by force")
    func forcedTry() throws {
        for file in try Self.files(with: "try" + "!") {
            for (index, line) in SwiftSource(try Checkout.here.bytes(file)).lines(.code).enumerated() {
                #expect(!line.contains("try!"), "\(file):\(index + 1)")
            }
        }
    }

    @Test(
        "what the compiler is told not to check, a comment says why",
        arguments: ["@unchecked Sendable", "nonisolated(unsafe)"]
    )
    func unchecked(_ words: String) throws {
        for file in try Self.files(with: words) {
            let source = SwiftSource(try Checkout.here.bytes(file))
            let comments = source.lines(.comment)
            for (index, line) in source.lines(.code).enumerated() where line.contains(words) {
                let above = comments[max(0, index - 3)...index]
                #expect(above.contains { $0.contains("//") }, "\(file):\(index + 1)")
            }
        }
    }

    private static func files(with text: String) throws -> [String] {
        try Checkout.here.handWritten.filter { try !Checkout.here.lines(of: $0, with: text).isEmpty }
    }
}

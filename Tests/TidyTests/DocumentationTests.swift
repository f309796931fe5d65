import Testing

/// Every public type, function and computed value says in a sentence what it is. A stored member of a documented type
/// may leave that to its name.
@Suite("Docstrings")
struct DocumentationTests {
    /// How many public declarations of a room have none. A number may only be lowered, and must be once it can.
    static let undocumented: [String: Int] = [
        "AWSJSON": 30, "ModelGenerator": 8, "SigV4": 4, "SmithyTypes": 2, "Store": 9, "cosell": 2,
    ]

    /// What a protocol or the language gives its meaning: it is told there.
    static let toldElsewhere: Set = [
        // the language's
        "==", "<", "hash", "description", "debugDescription", "customMirror", "init", "rawValue", "allCases", "encode",
        // the protocol's and the store's
        "write", "writeMembers", "check", "placeholder", "wireError", "read", "scan", "run", "close",
        // those of the libraries for HTTP and metrics
        "respond", "Context", "makeCounter", "makeTimer", "makeRecorder", "destroyCounter", "destroyTimer",
        "destroyRecorder",
    ]

    struct Declaration: Sendable {
        let place: String
        let name: String
    }

    @Test("public declarations have them, but for so many of each room", arguments: Checkout.here.targets.sorted())
    func documented(_ target: String) throws {
        let missing = try Self.undocumented(in: target)
        let places = missing.map { "\($0.place) \($0.name)" }.joined(separator: "\n")
        #expect(missing.count == Self.undocumented[target] ?? 0, "\(places)")
    }

    static let samples: [(String, name: String?)] = [
        ("public func map<Value>(_ a: Int) {", "map"),
        ("    public static func < (left: A, right: A) -> Bool {", "<"),
        ("    @inlinable public mutating func run() throws {", "run"),
        ("public final class Store: Sendable {", "Store"),
        ("    public nonisolated(nonsending) func read<Value: Sendable>(", "read"),
        ("    public subscript(name: String) -> Int {", "subscript"),
        ("    public init?(_ text: String) {", "init"),
        ("    public var text: String { a }", "text"),
        ("    public private(set) var bytes: [UInt8] = []", nil),
        ("    public let name: String", nil),
        ("    func inner() {", nil),
        ("public extension Store {", nil),
    ]

    @Test("a public declaration is recognised", arguments: samples)
    func recognised(_ line: String, _ name: String?) {
        #expect(Self.name(ofPublic: line) == name)
    }

    /// The public declarations of a room's hand-written files that no docstring precedes.
    static func undocumented(in target: String) throws -> [Declaration] {
        try Checkout.here.swiftFiles(below: "Sources/\(target)").filter { !Checkout.isGenerated($0) }.flatMap { file in
            let source = SwiftSource(try Checkout.here.bytes(file))
            let (code, comments) = (source.lines(.code), source.lines(.comment))
            return code.indices.compactMap { index -> Declaration? in
                guard code[index].contains("public "), let name = name(ofPublic: code[index]),
                    !toldElsewhere.contains(name), !isDocumented(index, code, comments)
                else { return nil }
                return Declaration(place: "\(file):\(index + 1)", name: name)
            }
        }
    }

    /// Nil where the line declares nothing public, or a stored member.
    private static func name(ofPublic line: String) -> String? {
        let pattern =
            #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:[a-z]+(?:\([a-z]+\))?\s+)*?(func|var|let|struct|class|enum|protocol|typealias|actor|init|subscript)\b\s*(\w+|[=<>!&|+*\/-]+)?/#
        guard let match = line.firstMatch(of: pattern) else { return nil }
        let isStored = ["var", "let"].contains(match.output.1) && !line.contains("{")
        return isStored ? nil : String(match.output.2 ?? match.output.1)
    }

    /// A docstring ends in the line above, or above the attributes.
    private static func isDocumented(_ index: Int, _ code: [String], _ comments: [String]) -> Bool {
        var above = index - 1
        while above >= 0, code[above].firstMatch(of: #/^\s*@/#) != nil { above -= 1 }
        return above >= 0 && comments[above].contains("///")
    }
}

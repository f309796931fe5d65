/// Schema text as both engines read it: written once, with the few words replaced for which they differ.
///
/// Tables use `BIGINT`, `TEXT` and `BYTEA`. One placeholder is needed, `${IDENTITY}`: the whole definition of a BIGINT
/// primary key that the engine itself numbers, growing and never reused. `TEXT` is replaced as a word because text must
/// have the same order everywhere, that of its UTF-8 bytes: SQLite compares so by itself, PostgreSQL only where the
/// column says `COLLATE "C"`, and a table whose author forgot to say it would page differently there.
public struct PortableSchema: Sendable {
    private let identity: String
    private let text: String

    public init(identity: String, text: String) {
        self.identity = identity
        self.text = text
    }

    /// The script in the engine's words. Quoted text stays as it is, and so does the `TEXT` of a CAST.
    public func words(of script: String) -> String {
        var result: [UInt8] = []
        var rest = Substring(script).utf8
        var previous: [UInt8] = []
        while let first = rest.first {
            let piece = Self.piece(startingWith: first, in: rest)
            result += replacement(of: Array(piece), after: previous)
            if Self.isWordByte(first) {
                previous = Array(piece)
            }
            rest = rest[piece.endIndex...]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func replacement(of piece: [UInt8], after previous: [UInt8]) -> [UInt8] {
        switch String(decoding: piece, as: UTF8.self) {
        case "${IDENTITY}": Array(identity.utf8)
        case "TEXT" where previous != Array("AS".utf8): Array(text.utf8)
        default: piece
        }
    }

    /// The next word, quoted text, placeholder or single byte.
    private static func piece(startingWith first: UInt8, in rest: Substring.UTF8View) -> Substring.UTF8View {
        switch first {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            return through(first, in: rest)
        case UInt8(ascii: "$") where rest.dropFirst().first == UInt8(ascii: "{"):
            return through(UInt8(ascii: "}"), in: rest)
        case _ where isWordByte(first):
            return rest.prefix(while: isWordByte)
        default:
            return rest.prefix(1)
        }
    }

    private static func through(_ end: UInt8, in rest: Substring.UTF8View) -> Substring.UTF8View {
        guard let last = rest.dropFirst().firstIndex(of: end) else { return rest }
        return rest[...last]
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

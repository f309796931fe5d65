/// A stretch of a request's bytes.
///
/// Canonicalisation works on bytes throughout: cutting `String`s up by `Character` costs several times more than all
/// the hashing of a signature together.
typealias Octets = ArraySlice<UInt8>

extension Octets {
    /// The same bytes as text; what is not UTF-8 becomes U+FFFD.
    var text: String {
        String(decoding: self, as: UTF8.self)
    }

    /// The beginning of the text, short enough to be repeated in an answer however much was sent.
    var excerpt: String {
        count <= 1024 ? text : prefix(1024).text + "…"
    }

    /// Without the white space around it.
    var trimmed: Octets {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return self[first...last]
    }

    func equals(_ other: String) -> Bool {
        guard count == other.utf8.count else { return false }
        return other.utf8.withContiguousStorageIfAvailable { elementsEqual($0) } ?? elementsEqual(other.utf8)
    }

    /// Cuts the next word off the front: the next run of bytes that separate nothing; nil where none is left.
    mutating func removeFirstWord(separatedBy isSeparator: (UInt8) -> Bool) -> Octets? {
        guard let start = firstIndex(where: { !isSeparator($0) }) else { return nil }
        let end = self[start...].firstIndex(where: isSeparator) ?? endIndex
        defer { self = self[end...] }
        return self[start..<end]
    }

    /// What lies before and after the first `separator`; nothing lies after where there is none.
    func cut(at separator: UInt8) -> (before: Octets, after: Octets?) {
        guard let position = firstIndex(of: separator) else { return (self, nil) }
        return (self[..<position], self[(position + 1)...])
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let slash = UInt8(ascii: "/")
    static let dot = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let equalsSign = UInt8(ascii: "=")
    static let ampersand = UInt8(ascii: "&")
    static let questionMark = UInt8(ascii: "?")
    static let percent = UInt8(ascii: "%")

    /// Space, and the control characters from tab to carriage return: a folded header line holds line breaks.
    var isWhitespace: Bool {
        self == .space || (0x09...0x0D).contains(self)
    }

    /// The value of a decimal digit.
    var decimalValue: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
    }
}

extension [UInt8] {
    /// Turns the capitals A to Z at and after `start` into small letters, in place.
    mutating func lowercaseASCII(from start: Int) {
        for index in start..<endIndex where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self[index]) {
            self[index] |= 0x20
        }
    }
}

extension String {
    /// See `Octets.excerpt`.
    var excerpt: String { Array(utf8)[...].excerpt }
}

/// Reads a regular expression the way Java does (java.util.regex.Pattern, Java SE 17), oddities included.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// Set by `(?i)` and `(?s)` until the group they stand in ends.
    var flags = PatternFlags()

    private init(_ source: String) {
        scalars = Self.withoutQuotation(source)
    }

    static func parse(_ source: String) throws(PatternFault) -> PatternNode {
        var parser = PatternParser(source)
        let node = try parser.choice()
        guard parser.peek() == nil else { throw .malformed("it has a closing parenthesis too many") }
        return node
    }

    mutating func choice() throws(PatternFault) -> PatternNode {
        var branches = [try sequence()]
        while take("|") {
            branches.append(try sequence())
        }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternFault) -> PatternNode {
        var pieces: [PatternNode] = []
        while let next = peek(), next != "|", next != ")" {
            let piece = try atom()
            pieces.append(try quantified(piece))
        }
        return .joined(pieces)
    }

    private mutating func atom() throws(PatternFault) -> PatternNode {
        let first = try advance()
        switch first {
        case "(": return try group()
        case "[": return .scalars(try bracketClass())
        case "\\": return try escapedNode()
        case ".": return .scalars(flags.dotMatchesAll ? .every : ScalarSet.lineTerminators.complement)
        case "^": return .textStart
        case "$": return .textEnd
        case "?", "*", "+": throw .malformed("nothing stands before the quantifier \(first)")
        case "{":
            // Java repeats the empty text here: after `a{2}` a second count says nothing.
            position -= 1
            return .empty
        default: return literal(first.value)
        }
    }

    func literal(_ scalar: UInt32) -> PatternNode {
        .scalars(cased(ScalarSet(scalar...scalar)))
    }

    func cased(_ set: ScalarSet) -> ScalarSet {
        flags.ignoresCase ? set.ignoringASCIICase : set
    }
}

/// The reading position.
extension PatternParser {
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    mutating func advance() throws(PatternFault) -> Unicode.Scalar {
        guard let next = peek() else { throw .malformed("it ends too early") }
        position += 1
        return next
    }

    /// Passes over the text if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    mutating func takeAll(_ count: Int = .max, where isWanted: (Unicode.Scalar) -> Bool) -> String {
        let run = scalars[position...].prefix(count).prefix(while: isWanted)
        position += run.count
        return String(String.UnicodeScalarView(run))
    }

    /// The text up to the delimiter, which is passed over too.
    mutating func takeAll(upTo delimiter: Unicode.Scalar) throws(PatternFault) -> String {
        let run = takeAll { $0 != delimiter }
        guard take(String(delimiter)) else { throw .malformed("it lacks a \(delimiter)") }
        return run
    }

    /// `\Q…\E` replaced by escapes, in a class or out of it.
    private static func withoutQuotation(_ source: String) -> [Unicode.Scalar] {
        var rest = Array(source.unicodeScalars)[...]
        var result: [Unicode.Scalar] = []
        var isQuoted = false
        while let next = rest.popFirst() {
            if next == "\\", rest.first == (isQuoted ? "E" : "Q") {
                rest.removeFirst()
                isQuoted.toggle()
                continue
            }
            let isSyntax = next.isASCII && !ScalarSet.wordCharacters.contains(next)
            if isQuoted, isSyntax { result.append("\\") }
            result.append(next)
            // The second of two backslashes begins nothing.
            if !isQuoted, next == "\\", let escaped = rest.popFirst() { result.append(escaped) }
        }
        return result
    }
}

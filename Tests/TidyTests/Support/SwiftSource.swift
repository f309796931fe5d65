/// A Swift file taken apart into code, comments and literals: as much of the language as these tests need.
struct SwiftSource: Sendable {
    enum Part: UInt8, Sendable {
        case code
        case comment
        case literal
    }

    private let bytes: [UInt8]
    private var parts: [Part]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        parts = Array(repeating: .code, count: bytes.count)
        code(untilClosingParenthesis: false)
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// The lines of the file in which everything but these parts is blank.
    func lines(_ kept: Part...) -> [String] {
        let newline = UInt8(ascii: "\n")
        var shown = bytes
        for index in shown.indices where shown[index] != newline && !kept.contains(parts[index]) {
            shown[index] = UInt8(ascii: " ")
        }
        return shown.split(separator: newline, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

extension SwiftSource {
    private func starts(with text: StaticString, at offset: Int = 0) -> Bool {
        let start = position + offset
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    private mutating func take(_ count: Int, as part: Part) {
        for index in position..<min(position + count, bytes.count) { parts[index] = part }
        position += count
    }

    private mutating func code(untilClosingParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "/") where starts(with: "//"): lineComment()
            case UInt8(ascii: "/") where starts(with: "/*"): blockComment()
            case UInt8(ascii: "\""): string(0)
            case UInt8(ascii: "#"): hashes()
            case UInt8(ascii: "("):
                depth += 1
                position += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if untilClosingParenthesis, depth < 0 { return }
                position += 1
            default: position += 1
            }
        }
    }

    /// Before a literal they belong to it; elsewhere they are code, as in `#if`.
    private mutating func hashes() {
        let count = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        if starts(with: "\"", at: count) {
            string(count)
        } else if starts(with: "/", at: count) {
            regex(count)
        } else {
            position += count
        }
    }

    private mutating func lineComment() {
        take(bytes[position...].prefix { $0 != UInt8(ascii: "\n") }.count, as: .comment)
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") { depth += 1 }
            if starts(with: "*/") { depth -= 1 }
            take(starts(with: "/*") || starts(with: "*/") ? 2 : 1, as: .comment)
        } while depth > 0 && position < bytes.count
    }

    private mutating func string(_ hashes: Int) {
        let quotes = starts(with: "\"\"\"", at: hashes) ? 3 : 1
        let hash = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + hash
        let escape = [UInt8(ascii: "\\")] + hash
        take(hashes + quotes, as: .literal)
        while position < bytes.count, !bytes[position...].starts(with: end) {
            guard bytes[position...].starts(with: escape) else {
                take(1, as: .literal)
                continue
            }
            take(escape.count, as: .literal)
            guard starts(with: "(") else {
                take(1, as: .literal)
                continue
            }
            position += 1
            code(untilClosingParenthesis: true)
            position += 1
        }
        take(end.count, as: .literal)
    }

    private mutating func regex(_ hashes: Int) {
        let end = [UInt8(ascii: "/")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        take(hashes + 1, as: .literal)
        while position < bytes.count, !bytes[position...].starts(with: end) { take(1, as: .literal) }
        take(end.count, as: .literal)
    }
}

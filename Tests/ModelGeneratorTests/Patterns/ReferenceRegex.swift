import Foundation

/// A regular expression as another engine judges it: ICU's, by way of Foundation.
///
/// The expression is rewritten where ICU reads the same text differently from Java. There `\d`, `\w`, `\s` and `\b`
/// are Unicode, `.` excludes two more control characters and takes CR LF for one when it excludes nothing, `$` matches
/// before a final line break, and punctuation within brackets has uses of its own.
struct ReferenceRegex {
    private let expression: NSRegularExpression

    init(_ source: String) throws {
        expression = try NSRegularExpression(pattern: "\\A(?:\(Self.translated(source)))\\z")
    }

    func matches(_ text: String) -> Bool {
        let range = NSRange(location: 0, length: text.utf16.count)
        return expression.firstMatch(in: text, range: range) != nil
    }

    private static let word = "[A-Za-z0-9_]"
    private static let escapes: [Character: String] = [
        "d": "[0-9]", "D": "[^0-9]",
        "w": "[A-Za-z0-9_]", "W": "[^A-Za-z0-9_]",
        "b": "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))",
        "B": "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))",
        "s": "[\\u0009-\\u000D\\u0020]", "S": "[^\\u0009-\\u000D\\u0020]",
    ]

    private static func translated(_ source: String) -> String {
        let dotMatchesAll = source.hasPrefix("(?s)")
        var rest = source.dropFirst(dotMatchesAll ? 4 : 0)
        var depth = 0
        var result = ""
        while let next = rest.popFirst() {
            if next == "\\" {
                let escaped = rest.popFirst() ?? "\\"
                result += escapes[escaped] ?? "\\\(escaped)"
                guard escaped == "p", let end = rest.firstIndex(of: "}") else { continue }
                result += rest[...end]
                rest = rest[end...].dropFirst()
            } else if depth > 0, next.isASCII, next.isPunctuation || next.isSymbol, !"[]^-&".contains(next) {
                result += "\\\(next)"
            } else {
                depth += next == "[" ? 1 : next == "]" ? -1 : 0
                result += depth > 0 ? String(next) : translated(next, dotMatchesAll: dotMatchesAll)
            }
        }
        return result
    }

    private static func translated(_ character: Character, dotMatchesAll: Bool) -> String {
        switch character {
        case ".": dotMatchesAll ? "[\\u0000-\\U0010FFFF]" : "[^\\n\\r\\u0085\\u2028\\u2029]"
        case "^": "\\A"
        case "$": "\\z"
        default: String(character)
        }
    }
}

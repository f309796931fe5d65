/// A text as a Swift string literal, raw where that spares escapes, and in ASCII.
struct SwiftStringLiteral {
    /// The characters of the text, each as the literal spells it.
    private let characters: [String]
    /// The number signs around a raw literal.
    private let marks: String

    init(_ text: String) {
        let isRaw = text.contains("\\") || text.contains("\"")
        var marks = isRaw ? "#" : ""
        while isRaw, text.contains("\"\(marks)") || text.contains("\\\(marks)") { marks += "#" }
        let escape = "\\\(marks)"
        characters = text.unicodeScalars.map { scalar in
            (0x20...0x7E).contains(scalar.value)
                ? String(scalar) : "\(escape)u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
        self.marks = marks
    }

    var onOneLine: String {
        "\(marks)\"\(characters.joined())\"\(marks)"
    }

    /// A literal of several lines that stands for a text without line breaks.
    /// - Parameters:
    ///   - indentation: The spaces before every line after the first.
    ///   - columns: The most characters on a line.
    func wrapped(indentedBy indentation: Int, to columns: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        let continuation = "\\\(marks)\n\(margin)"
        let width = columns - indentation - marks.count - 1
        let lines = broken(to: width).joined(separator: continuation)
        return "\(marks)\"\"\"\n\(margin)\(lines)\n\(margin)\"\"\"\(marks)"
    }

    /// Lines that break after a space where there is one.
    private func broken(to width: Int) -> [String] {
        var lines: [String] = []
        var line: [String] = []
        var length = 0
        for character in characters {
            if length + character.count > width {
                let end = line.lastIndex(of: " ").map { $0 + 1 } ?? line.count
                lines.append(line[..<end].joined())
                line.removeSubrange(..<end)
                length = line.reduce(0) { $0 + $1.count }
            }
            line.append(character)
            length += character.count
        }
        return lines + [line.joined()]
    }
}

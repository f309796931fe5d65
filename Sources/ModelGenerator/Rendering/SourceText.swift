/// Swift source under construction: lines with their indentation.
struct SourceText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String = "") {
        text += line.isEmpty ? "\n" : String(repeating: "    ", count: depth) + line + "\n"
    }

    /// `head {`, the body a step further in, `}`.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// `head(`, an item a line, `)`; all in one line where they fit.
    mutating func call(_ head: String, _ arguments: [String], close: String = ")") {
        let single = head + "(" + arguments.joined(separator: ", ") + close
        if single.count + depth * 4 <= 110 && !arguments.contains(where: { $0.contains("\n") }) { return line(single) }
        line(head + "(")
        depth += 1
        for (index, argument) in arguments.enumerated() {
            line(argument + (index == arguments.count - 1 ? "" : ","))
        }
        depth -= 1
        line(close)
    }
}

/// A file that the generator writes.
public struct GeneratedFile: Sendable, Hashable {
    /// Relative to the package's root.
    public let path: String
    public let text: String
}

/// A Swift string literal of any text.
func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F: result.unicodeScalars.append(scalar)
        default: result += "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
    return result + "\""
}

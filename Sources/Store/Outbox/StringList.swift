/// A list of strings as JSON text in a column.
///
/// It reads what it has written and no other JSON, so that the store needs no reader of JSON.
enum StringList {
    static func text(_ strings: [String]) -> String {
        "[" + strings.map(quoted).joined(separator: ",") + "]"
    }

    static func strings(_ text: String) -> [String] {
        var strings: [String] = []
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            if scalar == "\"" { strings.append(unquoted(&scalars)) }
        }
        return strings
    }

    private static func quoted(_ string: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                text.append("\\")
                text.append(scalar)
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                text.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
                )
            default:
                text.append(scalar)
            }
        }
        return "\"\(text)\""
    }

    /// The rest of a string, its closing quote taken.
    private static func unquoted(_ scalars: inout String.UnicodeScalarView.Iterator) -> String {
        var string = String.UnicodeScalarView()
        while let scalar = scalars.next(), scalar != "\"" {
            guard scalar == "\\", let escaped = scalars.next() else {
                string.append(scalar)
                continue
            }
            if escaped != "u" {
                string.append(escaped)
            } else if let control = control(&scalars) {
                string.append(control)
            }
        }
        return String(string)
    }

    private static func control(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
        var digits = ""
        for _ in 0..<4 { digits.unicodeScalars.append(scalars.next() ?? "0") }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}

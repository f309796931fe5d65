/// How the model's names are spelled in Swift.
enum SwiftName {
    /// A type: the shape's own name with a capital first letter; a name that Swift or our runtime has gets `Shape`.
    static func type(_ shape: String) -> String {
        let words = shape.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return taken.contains(name) ? name + "Shape" : name
    }

    /// A property or a parameter.
    static func member(_ member: String) -> String { escaped(lowerCamel([Substring(member)])) }

    /// The cases of an enumeration, one for each value, all different.
    static func cases(_ values: [String]) -> [String] {
        var used: Set<String> = ["unrecognized"]
        return values.map { value in
            let words = value.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
            let base = words.isEmpty ? "empty" : lowerCamel(words)
            var name = base
            var number = 2
            while !used.insert(name).inserted {
                name = "\(base)\(number)"
                number += 1
            }
            return escaped(name)
        }
    }

    private static func lowerCamel(_ words: [Substring]) -> String {
        let first = lowerLeading(words[0])
        let name = words.dropFirst().reduce(first) { $0 + capitalized($1) }
        return name.first?.isNumber == true ? "_" + name : name
    }

    /// `AWSSalesRep` → `awsSalesRep`, `SaaS` → `saaS`, `USD` → `usd`.
    private static func lowerLeading(_ word: Substring) -> String {
        let run = word.prefix { $0.isUppercase || $0.isNumber }
        if run.count == word.count { return word.lowercased() }
        let lowered = max(1, run.count - 1)
        return word.prefix(lowered).lowercased() + word.dropFirst(lowered)
    }

    private static func capitalized(_ word: Substring) -> String {
        let isShouted = word.allSatisfy { !$0.isLowercase } && word.count > 1
        return word.prefix(1).uppercased() + (isShouted ? word.dropFirst().lowercased() : String(word.dropFirst()))
    }

    private static func escaped(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    private static let taken: Set<String> = [
        "Any", "Array", "Binding", "Blob", "Bool", "Call", "Character", "Date", "Data", "Dictionary", "Document",
        "Double", "Endpoint", "Error", "Failure", "Indirect", "Input", "Int", "Never", "Operation", "Optional",
        "Outcome", "Output", "Pattern", "Protocol", "Range", "Result", "Self", "Sequence", "Set", "String", "Task",
        "Timestamp", "Type", "Void",
    ]

    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
        "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}

/// The named classes of Java's regular expressions, with Java's default meaning: those with a short escape and those
/// of POSIX are ASCII, general categories are Unicode (java.util.regex.Pattern, Java SE 17).
extension ScalarSet {
    static let digits = ScalarSet(0x30...0x39)
    static let lowercase = ScalarSet(0x61...0x7A)
    static let uppercase = ScalarSet(0x41...0x5A)
    static let letters = lowercase.union(uppercase)
    static let wordCharacters = letters.union(digits).union(ScalarSet(["_"]))
    static let whitespace = ScalarSet(" \t\n\u{B}\u{C}\r".unicodeScalars)
    static let horizontalWhitespace = ScalarSet(" \t\u{A0}\u{1680}\u{180E}\u{202F}\u{205F}\u{3000}".unicodeScalars)
        .union(ScalarSet(0x2000...0x200A))
    static let verticalWhitespace = ScalarSet("\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029}".unicodeScalars)
    /// What `.` leaves out unless `(?s)` is set.
    static let lineTerminators = ScalarSet(["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
    static let ascii = ScalarSet(0...0x7F)
    static let visible = ScalarSet(0x21...0x7E)

    private static let posix: [String: ScalarSet] = [
        "Lower": lowercase,
        "Upper": uppercase,
        "ASCII": ascii,
        "Alpha": letters,
        "Digit": digits,
        "Alnum": letters.union(digits),
        "Punct": visible.subtracting(letters).subtracting(digits),
        "Graph": visible,
        "Print": ScalarSet(0x20...0x7E),
        "Blank": ScalarSet([" ", "\t"]),
        "Cntrl": ScalarSet(0...0x1F).union(ScalarSet(0x7F...0x7F)),
        "XDigit": digits.union(ScalarSet(0x41...0x46)).union(ScalarSet(0x61...0x66)),
        "Space": whitespace,
    ]

    /// What `\p{name}` stands for; nil for scripts, blocks, binary properties and unknown names.
    static func property(named name: String) -> ScalarSet? {
        posix[name] ?? generalCategory(named: name)
    }

    private static func generalCategory(named name: String) -> ScalarSet? {
        let prefixes = ["Is", "gc=", "general_category="]
        let prefix = prefixes.first { name.hasPrefix($0) } ?? ""
        switch String(name.dropFirst(prefix.count)) {
        case "LC": return ScalarSet([.init(abbreviation: "Lu"), .init(abbreviation: "Ll"), .init(abbreviation: "Lt")])
        case "LD": return ScalarSet([.init(abbreviation: "L"), .init(abbreviation: "Nd")])
        case "L1": return ScalarSet(0...0xFF)
        case "all": return every
        case let abbreviation: return GeneralCategorySet(abbreviation: abbreviation).map { ScalarSet($0) }
        }
    }

    private init(_ categories: [GeneralCategorySet?]) {
        self.init(categories.reduce(into: GeneralCategorySet()) { $0.formUnion($1 ?? []) })
    }
}

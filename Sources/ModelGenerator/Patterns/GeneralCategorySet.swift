/// A set of Unicode general categories.
struct GeneralCategorySet: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let every = GeneralCategorySet(rawValue: (1 << UInt32(order.count)) - 1)

    /// The categories with their abbreviations (Unicode Standard Annex #44, table 12).
    private static let order: [(abbreviation: String, category: Unicode.GeneralCategory)] = [
        ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
        ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
        ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
        ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
        ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
        ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
        ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
        ("Cn", .unassigned),
    ]

    /// Every category by itself.
    static let singles = order.indices.map { GeneralCategorySet(rawValue: 1 << UInt32($0)) }

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The category of a scalar.
    init(of scalar: Unicode.Scalar) {
        let category = scalar.properties.generalCategory
        let index = Self.order.firstIndex { $0.category == category }
        self.init(rawValue: index.map { 1 << UInt32($0) } ?? 0)
    }

    /// The categories with a two-letter abbreviation, or all that share its first letter; nil when there are none.
    init?(abbreviation: String) {
        guard !abbreviation.isEmpty else { return nil }
        let members = Self.order.indices.filter { Self.order[$0].abbreviation.hasPrefix(abbreviation) }
        guard !members.isEmpty else { return nil }
        self.init(rawValue: members.reduce(0) { $0 | 1 << UInt32($1) })
    }

    /// The shortest list of abbreviations: `L` where all five kinds of letter are in the set.
    var abbreviations: [String] {
        var rest = self
        var names: [String] = []
        for (index, entry) in Self.order.enumerated() where rest.contains(Self.singles[index]) {
            let major = String(entry.abbreviation.prefix(1))
            let group = GeneralCategorySet(abbreviation: major) ?? []
            let isWhole = rest.isSuperset(of: group)
            names.append(isWhole ? major : entry.abbreviation)
            rest.subtract(isWhole ? group : Self.singles[index])
        }
        return names
    }
}

/// How the model's names are spelled in Swift.
enum SwiftName {
    /// A type: the shape's own words, each with a capital first letter.
    static func type(_ shape: String) -> String {
        let words = shape.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber == true ? "_" + name : name
    }

    /// The types of several shapes, by shape, all different; a name that Swift or our runtime has gets `Shape`.
    static func types(_ shapes: [String]) -> [String: String] {
        let bases = shapes.map { shape in
            let name = type(shape)
            return ReservedNames.types.contains(name) ? name + "Shape" : name
        }
        return Dictionary(uniqueKeysWithValues: zip(shapes, distinct(bases)))
    }

    /// A property or a parameter.
    static func member(_ member: String) -> String { escaped(memberBase(member)) }

    /// The properties of one structure, or the cases of one union, all different.
    static func members(_ members: [String], besides reserved: Set<String>) -> [String] {
        distinct(members.map(memberBase), besides: reserved).map(escaped)
    }

    /// The cases of an enumeration, one for each value, all different.
    static func cases(_ values: [String]) -> [String] {
        let bases = values.map { value in
            let words = value.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
            return words.isEmpty ? "empty" : lowerCamel(words)
        }
        return distinct(bases, besides: ReservedNames.ofEnumerations).map(escaped)
    }

    /// The names as they are, but for those that came before, which get a number. File systems may take two names
    /// that differ in case alone for one, so for types they are one.
    private static func distinct(_ bases: [String]) -> [String] {
        var used: Set<String> = []
        return bases.map { base in
            distinct(base) { used.insert($0.lowercased()).inserted }
        }
    }

    private static func distinct(_ bases: [String], besides reserved: Set<String>) -> [String] {
        var used = reserved
        return bases.map { base in
            distinct(base) { used.insert($0).inserted }
        }
    }

    private static func distinct(_ base: String, isFree: (String) -> Bool) -> String {
        var name = base
        var number = 2
        while !isFree(name) {
            name = "\(base)\(number)"
            number += 1
        }
        return name
    }

    private static func memberBase(_ member: String) -> String {
        let words = member.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) })
        return words.isEmpty ? "unnamed" : lowerCamel(words)
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
        ReservedNames.keywords.contains(name) ? "`\(name)`" : name
    }
}

/// What a backslash and the characters after it stand for.
enum PatternEscape {
    /// A code point, by itself or as an end of a range; it may be a surrogate, which no text contains.
    case scalar(UInt32)
    case set(ScalarSet)
    case node(PatternNode)
}

extension PatternParser {
    private static let namedScalars: [Unicode.Scalar: UInt32] = [
        "t": 0x09, "n": 0x0A, "r": 0x0D, "f": 0x0C, "a": 0x07, "e": 0x1B,
    ]

    private static let namedSets: [Unicode.Scalar: ScalarSet] = [
        "d": .digits,
        "w": .wordCharacters,
        "s": .whitespace,
        "h": .horizontalWhitespace,
        "v": .verticalWhitespace,
    ]

    private static let namedNodes: [Unicode.Scalar: PatternNode] = [
        "b": .wordBoundary(negated: false),
        "B": .wordBoundary(negated: true),
        "A": .textStart,
        "z": .textEnd,
        "Z": .textEnd,
        "R": .choice([
            .sequence([.scalars(ScalarSet(["\r"])), .scalars(ScalarSet(["\n"]))]),
            .scalars(.verticalWhitespace),
        ]),
    ]

    mutating func escapedNode() throws(PatternFault) -> PatternNode {
        switch try escape() {
        case .scalar(let scalar): literal(scalar)
        case .set(let set): .scalars(set)
        case .node(let node): node
        }
    }

    /// What follows a backslash.
    mutating func escape() throws(PatternFault) -> PatternEscape {
        let name = try advance()
        if let scalar = Self.namedScalars[name] { return .scalar(scalar) }
        if let set = Self.namedSets[name] { return .set(set) }
        if let set = Self.namedSets[name.lowercased], name != name.lowercased { return .set(set.complement) }
        if name == "b", peek() == "{" { throw .unsupported("the boundary \\b{…}") }
        if let node = Self.namedNodes[name] { return .node(node) }
        switch name {
        case "p", "P": return .set(try property(negated: name == "P"))
        case "x", "u", "c", "0": return .scalar(try numericEscape(name))
        case "1"..."9", "k": throw .unsupported("the backreference \\\(name)")
        case "N", "G", "X": throw .unsupported("the escape \\\(name)")
        case "a"..."z", "A"..."Z": throw .malformed("it has an unknown escape, \\\(name)")
        default: return .scalar(name.value)
        }
    }

    private mutating func property(negated: Bool) throws(PatternFault) -> ScalarSet {
        let name = take("{") ? try takeAll(upTo: "}") : String(try advance())
        let caseNames: Set = ["Lu", "Ll", "Lt", "Lower", "Upper"]
        guard !flags.ignoresCase || !caseNames.contains(name) else {
            throw .unsupported("the property \\p{\(name)} under (?i)")
        }
        guard let set = ScalarSet.property(named: name) else { throw .unsupported("the property \\p{\(name)}") }
        return negated ? set.complement : set
    }
}

extension Unicode.Scalar {
    /// ASCII only.
    fileprivate var lowercased: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
    }
}

/// An automaton as the two strings from which the runtime rebuilds it. The notation is described at `Automaton`, in
/// the module that generated code is compiled against.
public struct AutomatonNotation: Hashable, Sendable {
    /// The classes of scalars, separated by spaces.
    public let classes: String
    /// The states, separated by spaces.
    public let states: String

    init(_ automaton: MinimalAutomaton) {
        let descriptions = automaton.classes.map(Self.description)
        let order = Self.classOrder(of: automaton, descriptions: descriptions)
        classes = order.dropFirst().map { descriptions[$0] }.joined(separator: " ")
        states = automaton.successors.indices
            .map { Self.description(ofState: $0, in: automaton, order: order) }
            .joined(separator: " ")
    }

    /// The class that takes longest to describe comes first: it need not be described, being all the others. The rest
    /// come in the order in which a text meets them.
    private static func classOrder(of automaton: MinimalAutomaton, descriptions: [String]) -> [Int] {
        let others = descriptions.indices.max { descriptions[$0].count < descriptions[$1].count } ?? 0
        var order = [others]
        for row in automaton.successors {
            order += row.indices.filter { row[$0] != nil && !order.contains($0) }
        }
        return order + descriptions.indices.filter { !order.contains($0) }
    }
}

/// States.
extension AutomatonNotation {
    private static func description(ofState state: Int, in automaton: MinimalAutomaton, order: [Int]) -> String {
        var numbersByTarget: [Int: [Int]] = [:]
        for (number, letter) in order.enumerated() {
            guard let target = automaton.successors[state][letter] else { continue }
            numbersByTarget[target, default: []].append(number)
        }
        let ways = numbersByTarget.sorted { $0.value.lexicographicallyPrecedes($1.value) }.map { target, numbers in
            description(ofClasses: numbers) + description(ofTarget: target, from: state)
        }
        return (automaton.mayEnd[state] ? "*" : "") + ways.joined()
    }

    private static func description(ofTarget target: Int, from state: Int) -> String {
        target == state ? "=" : target == state + 1 ? "+" : "\(target)"
    }

    /// Three or more consecutive classes as a range; `_` takes no part in ranges.
    private static func description(ofClasses numbers: [Int]) -> String {
        var rest = numbers[...]
        var result = ""
        while let first = rest.popFirst() {
            var last = first
            while first > 0, rest.first == last + 1 {
                rest.removeFirst()
                last += 1
            }
            result += name(ofClass: first)
            if last > first + 1 { result += "-" }
            if last > first { result += name(ofClass: last) }
        }
        return result
    }

    private static func name(ofClass number: Int) -> String {
        let code: Int =
            switch number {
            case 0: 0x5F
            case 1...26: 0x61 + number - 1
            case 27...52: 0x41 + number - 27
            default: 0x100 + number - 53
            }
        return Unicode.Scalar(UInt32(code)).map { String($0) } ?? ""
    }
}

/// Classes.
extension AutomatonNotation {
    private static func description(of set: ScalarSet) -> String {
        let items = set.segments.map(description)
        // A hyphen in front cannot be taken for the middle of a range.
        return items.filter { $0.hasPrefix("-") }.joined() + items.filter { !$0.hasPrefix("-") }.joined()
    }

    private static func description(of segment: ScalarSet.Segment) -> String {
        let (lower, upper) = (segment.lower, segment.upper)
        let ends = [lower, upper].compactMap(plainCharacter)
        if ends.count == 2 {
            if lower == upper { return ends[0] }
            // Two neighbours need no hyphen between them, unless one is a hyphen and would range over what is next.
            return upper - lower == 1 && !ends.contains("-") ? ends.joined() : ends.joined(separator: "-")
        }
        let range = lower == upper ? hexadecimal(lower) : hexadecimal(lower) + "-" + hexadecimal(upper)
        if segment.categories == .every { return "<\(range)>" }
        return "<\(range):\(segment.categories.abbreviations.joined(separator: ","))>"
    }

    /// A character that means nothing in the notation, nor in a Swift string literal.
    private static func plainCharacter(_ scalar: UInt32) -> String? {
        guard (0x21...0x7E).contains(scalar), let character = Unicode.Scalar(scalar) else { return nil }
        return ["<", ">", "\"", "\\", "#"].contains(character) ? nil : String(character)
    }

    private static func hexadecimal(_ scalar: UInt32) -> String {
        String(scalar, radix: 16, uppercase: true)
    }
}

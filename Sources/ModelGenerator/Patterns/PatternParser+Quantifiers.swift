extension PatternParser {
    /// More copies than any automaton within the limits could have.
    private static let mostCopies = 100_000

    /// The node, repeated as the quantifier after it says. Laziness does not change the language.
    mutating func quantified(_ node: PatternNode) throws(PatternFault) -> PatternNode {
        guard let (minimum, maximum) = try quantifier() else { return node }
        let repetition = PatternNode.repetition(node, minimum: minimum, maximum: maximum)
        // A possessive quantifier gives nothing back, which matters only where it could have taken less.
        if take("+"), repetition.width.fixed == nil { throw .unsupported("the possessive quantifier") }
        _ = take("?")
        return node == .empty ? .empty : repetition
    }

    private mutating func quantifier() throws(PatternFault) -> (minimum: Int, maximum: Int?)? {
        if take("?") { return (0, 1) }
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        return take("{") ? try counts() : nil
    }

    private mutating func counts() throws(PatternFault) -> (minimum: Int, maximum: Int?) {
        guard let minimum = try count() else { throw .malformed("an opening brace has no number after it") }
        var maximum: Int? = minimum
        if take(",") { maximum = try count() }
        guard take("}") else { throw .malformed("it lacks a closing brace") }
        guard minimum <= maximum ?? minimum else { throw .malformed("{\(minimum),\(maximum ?? 0)} counts backwards") }
        return (minimum, maximum)
    }

    private mutating func count() throws(PatternFault) -> Int? {
        let digits = takeAll { ("0"..."9").contains($0) }
        if digits.isEmpty { return nil }
        guard let count = Int(digits), count <= Self.mostCopies else {
            throw .tooLarge("it repeats something \(digits) times")
        }
        return count
    }
}

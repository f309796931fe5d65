/// The syntax tree of a pattern. Groups leave no trace in it: only the language matters, and a lazy quantifier has the
/// language of a greedy one.
indirect enum PatternNode: Hashable, Sendable {
    case scalars(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// - Parameter maximum: No limit when nil.
    case repetition(PatternNode, minimum: Int, maximum: Int?)
    case textStart
    case textEnd
    case lookahead(PatternNode, negated: Bool)
    case lookbehind(PatternNode, negated: Bool)

    /// Matches the empty text only.
    static let empty = PatternNode.sequence([])
    /// Matches every text.
    static let anything = PatternNode.repetition(.scalars(.every), minimum: 0, maximum: nil)

    /// A sequence without sequences in it.
    static func joined(_ pieces: [PatternNode]) -> PatternNode {
        let flat = pieces.flatMap(\.pieces)
        return flat.count == 1 ? flat[0] : .sequence(flat)
    }

    /// The parts of a sequence; any other node is its own only part.
    var pieces: [PatternNode] {
        guard case .sequence(let pieces) = self else { return [self] }
        return pieces
    }

    /// A boundary of words, or with `negated` every other place (`\b` and `\B`). A word is ASCII, as it is in Java
    /// from version 19 on.
    static func wordBoundary(negated: Bool) -> PatternNode {
        let word = PatternNode.scalars(.wordCharacters)
        func place(afterWord: Bool, beforeWord: Bool) -> PatternNode {
            .joined([.lookbehind(word, negated: !afterWord), .lookahead(word, negated: !beforeWord)])
        }
        return .choice([
            place(afterWord: true, beforeWord: negated),
            place(afterWord: false, beforeWord: !negated),
        ])
    }
}

/// A pattern split into a length and a rest, such that a text matches the pattern when its length is within the first
/// and it matches the second. Counting is then an addition at run time instead of a state for every count.
///
/// Two splits are made, both exact:
/// - `(?=X$)` at the start is a condition on the whole text, split in its turn.
/// - In a sequence, `X{a,b}` becomes `X*` when X and everything around it have fixed lengths: there is then one number
///   of copies for every length of the text.
struct LengthFactoring {
    private(set) var length = PatternWidth.any
    private(set) var rest = PatternNode.empty

    /// Below this many copies the states are cheaper than the reader's surprise at the looser automaton.
    private static let fewestCopies = 8

    init(_ node: PatternNode) {
        var pieces = node.pieces
        while pieces.last == .textEnd { pieces.removeLast() }
        let conditions = takeConditions(from: &pieces)
        factorCount(in: &pieces)
        rest = .joined(conditions + pieces)
    }

    private mutating func takeConditions(from pieces: inout [PatternNode]) -> [PatternNode] {
        var conditions: [PatternNode] = []
        while let first = pieces.first {
            switch first {
            case .textStart: break
            case .lookahead(let body, negated: false) where body.pieces.last == .textEnd:
                let factored = LengthFactoring(body)
                length = length.intersection(factored.length)
                if factored.rest == .anything { break }
                conditions.append(.lookahead(.joined([factored.rest, .textEnd]), negated: false))
            case .lookahead: conditions.append(first)
            default: return conditions
            }
            pieces.removeFirst()
        }
        return conditions
    }

    private mutating func factorCount(in pieces: inout [PatternNode]) {
        guard let index = Self.countedPiece(of: pieces),
            case .repetition(let body, let minimum, let maximum) = pieces[index]
        else { return }
        let around = PatternNode.sequence(Array(pieces[..<index] + pieces[(index + 1)...])).width
        length = length.intersection(around + body.width.repeated(minimum: minimum, maximum: maximum))
        pieces[index] = .repetition(body, minimum: 0, maximum: nil)
    }

    /// The piece whose count can become a length, if any: the one of variable length, or else the longest.
    private static func countedPiece(of pieces: [PatternNode]) -> Int? {
        let variable = pieces.indices.filter { pieces[$0].width.fixed == nil }
        guard variable.count <= 1 else { return nil }
        let candidates = variable.isEmpty ? Array(pieces.indices) : variable
        return candidates.filter { isWorthFactoring(pieces[$0]) }.max { left, right in
            (pieces[left].width.maximum ?? .max) < (pieces[right].width.maximum ?? .max)
        }
    }

    private static func isWorthFactoring(_ piece: PatternNode) -> Bool {
        guard case .repetition(let body, let minimum, let maximum) = piece, let width = body.width.fixed, width > 0
        else { return false }
        return (maximum ?? minimum) * width >= fewestCopies || body == .scalars(.every)
    }
}

/// How many scalars something can be long: at least the minimum, at most the maximum, without limit when that is nil.
struct PatternWidth: Hashable, Sendable {
    var minimum: Int
    var maximum: Int?

    static let zero = PatternWidth(minimum: 0, maximum: 0)
    static let any = PatternWidth(minimum: 0, maximum: nil)

    /// The width where there is only one.
    var fixed: Int? {
        minimum == maximum ? minimum : nil
    }

    static func + (left: PatternWidth, right: PatternWidth) -> PatternWidth {
        let maximum = left.maximum.flatMap { left in right.maximum.map { left + $0 } }
        return PatternWidth(minimum: left.minimum + right.minimum, maximum: maximum)
    }

    /// The width of one or the other.
    func union(_ other: PatternWidth) -> PatternWidth {
        let maximum = maximum.flatMap { own in other.maximum.map { max(own, $0) } }
        return PatternWidth(minimum: min(minimum, other.minimum), maximum: maximum)
    }

    /// The widths that both allow.
    func intersection(_ other: PatternWidth) -> PatternWidth {
        let maximum = [maximum, other.maximum].compactMap(\.self).min()
        return PatternWidth(minimum: max(minimum, other.minimum), maximum: maximum)
    }

    /// The width of some copies of something this wide.
    func repeated(minimum copies: Int, maximum mostCopies: Int?) -> PatternWidth {
        if maximum == 0 { return .zero }
        let most = maximum.flatMap { own in mostCopies.map { Self.saturatedProduct(own, $0) } }
        return PatternWidth(minimum: Self.saturatedProduct(minimum, copies), maximum: most)
    }

    /// Nested counts may exceed every integer; such a width never gets as far as an automaton.
    private static func saturatedProduct(_ left: Int, _ right: Int) -> Int {
        let (product, overflows) = left.multipliedReportingOverflow(by: right)
        return overflows ? Int(Int32.max) : min(product, Int(Int32.max))
    }
}

extension PatternNode {
    /// The lengths of the texts that the node can match. The bounds are attained, except where assertions forbid.
    var width: PatternWidth {
        switch self {
        case .scalars: PatternWidth(minimum: 1, maximum: 1)
        case .sequence(let pieces): pieces.reduce(.zero) { $0 + $1.width }
        case .choice(let branches):
            branches.dropFirst().reduce(branches.first?.width ?? .zero) { $0.union($1.width) }
        case .repetition(let body, let minimum, let maximum):
            body.width.repeated(minimum: minimum, maximum: maximum)
        case .textStart, .textEnd, .lookahead, .lookbehind: .zero
        }
    }
}

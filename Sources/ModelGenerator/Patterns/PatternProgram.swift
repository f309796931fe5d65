/// A pattern as a nondeterministic automaton. Conditions on the neighbourhood are steps of it, whose bodies are
/// automata in the same list of steps.
struct PatternProgram {
    enum Step: Hashable {
        /// - Parameter set: An index of `sets`.
        case consume(set: Int, next: Int)
        case fork([Int])
        case requireStart(next: Int)
        /// - Parameter body: The first step of what must, or must not, follow.
        case lookahead(body: Int, negated: Bool, next: Int)
        /// - Parameter index: An index of `lookbehinds`.
        case lookbehind(index: Int, negated: Bool, next: Int)
        case accept
    }

    fileprivate(set) var steps: [Step] = []
    fileprivate(set) var sets: [ScalarSet] = []
    /// The first step of every lookbehind; one that stands within another comes before it.
    fileprivate(set) var lookbehinds: [Int] = []
    fileprivate(set) var start = 0
    /// Conditions that are stated repeatedly share one body.
    fileprivate var lookaheadBodies: [PatternNode: Int] = [:]
    fileprivate var lookbehindIndices: [PatternNode: Int] = [:]

    /// Counted repetitions are written out; this many steps are far more than the automaton may have states.
    static let mostSteps = 60_000

    init(_ node: PatternNode) throws(PatternFault) {
        let end = try append(.accept)
        start = try append(node, before: end)
    }
}

extension PatternProgram {
    private mutating func append(_ step: Step) throws(PatternFault) -> Int {
        guard steps.count < Self.mostSteps else {
            throw .tooLarge("its counted repetitions need more than \(Self.mostSteps) steps")
        }
        steps.append(step)
        return steps.count - 1
    }

    /// - Returns: The first step of the node, after which comes the step `next`.
    private mutating func append(_ node: PatternNode, before next: Int) throws(PatternFault) -> Int {
        switch node {
        case .scalars(let set): return try append(.consume(set: index(of: set), next: next))
        case .sequence(let pieces): return try appendSequence(pieces, before: next)
        case .choice(let branches): return try appendChoice(branches, before: next)
        case .repetition(let body, let minimum, let maximum):
            let optional = try appendOptional(body, copies: maximum.map { $0 - minimum }, before: next)
            return try appendSequence(repeatElement(body, count: minimum), before: optional)
        case .textStart: return try append(.requireStart(next: next))
        case .textEnd: return try append(.lookahead(.scalars(.every), negated: true), before: next)
        case .lookahead(let body, let negated):
            return try append(.lookahead(body: lookahead(body), negated: negated, next: next))
        case .lookbehind(let body, let negated):
            return try append(.lookbehind(index: lookbehind(body), negated: negated, next: next))
        }
    }

    private mutating func lookahead(_ body: PatternNode) throws(PatternFault) -> Int {
        if let known = lookaheadBodies[body] { return known }
        let end = try append(.accept)
        let start = try append(body, before: end)
        lookaheadBodies[body] = start
        return start
    }

    private mutating func lookbehind(_ body: PatternNode) throws(PatternFault) -> Int {
        if let known = lookbehindIndices[body] { return known }
        guard !body.containsLookahead else { throw .unsupported("a lookahead or $ within a lookbehind") }
        let end = try append(.accept)
        let start = try append(body, before: end)
        lookbehinds.append(start)
        lookbehindIndices[body] = lookbehinds.count - 1
        return lookbehinds.count - 1
    }

    private mutating func index(of set: ScalarSet) -> Int {
        if let index = sets.firstIndex(of: set) { return index }
        sets.append(set)
        return sets.count - 1
    }

    private mutating func appendSequence(
        _ pieces: some BidirectionalCollection<PatternNode>,
        before next: Int
    ) throws(PatternFault) -> Int {
        var next = next
        for piece in pieces.reversed() {
            next = try append(piece, before: next)
        }
        return next
    }

    private mutating func appendChoice(_ branches: [PatternNode], before next: Int) throws(PatternFault) -> Int {
        var entries: [Int] = []
        for branch in branches {
            entries.append(try append(branch, before: next))
        }
        return try append(.fork(entries))
    }

    /// - Parameter copies: At most so many; without limit when nil.
    private mutating func appendOptional(
        _ body: PatternNode,
        copies: Int?,
        before next: Int
    ) throws(PatternFault) -> Int {
        guard let copies else {
            let loop = try append(.fork([]))
            let entry = try append(body, before: loop)
            steps[loop] = .fork([entry, next])
            return loop
        }
        var entry = next
        for _ in 0..<copies {
            let copy = try append(body, before: entry)
            entry = try append(.fork([copy, next]))
        }
        return entry
    }
}

extension PatternNode {
    fileprivate var containsLookahead: Bool {
        switch self {
        case .lookahead, .textEnd: true
        case .scalars, .textStart: false
        case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.containsLookahead)
        case .repetition(let body, _, _), .lookbehind(let body, _): body.containsLookahead
        }
    }
}

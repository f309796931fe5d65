/// Draws texts that match a pattern, for tests.
public struct PatternExamples: Sendable {
    /// The lengths that a drawn text can have, ascending, in Unicode scalars.
    public let lengths: [Int]
    private let automaton: MinimalAutomaton
    private let palettes: [ScalarPalette]
    /// For each number of scalars, for each state: whether so many more can lead to an end.
    private let canEnd: [[Bool]]

    /// - Parameter longest: The length up to which texts can be drawn, in Unicode scalars. Preparing takes time in
    ///   proportion to it.
    public init(_ pattern: CompiledPattern, longest: Int) {
        let everything = MinimalAutomaton(classes: [.every], successors: [[0]], mayEnd: [true])
        let automaton = pattern.automaton ?? everything
        let most = min(longest, pattern.length?.upperBound ?? longest)
        var canEnd = [automaton.mayEnd]
        let targets = automaton.successors.map { row in Array(Set(row.compactMap(\.self))) }
        for length in stride(from: 1, through: most, by: 1) {
            let shorter = canEnd[length - 1]
            canEnd.append(targets.map { targets in targets.contains { shorter[$0] } })
        }
        self.automaton = automaton
        self.canEnd = canEnd
        palettes = automaton.classes.map { ScalarPalette($0) }
        lengths = canEnd.indices.filter { canEnd[$0][0] && pattern.length?.contains($0) ?? true }
    }

    /// A text that matches, or nil when none is short enough.
    public func draw(using generator: inout some RandomNumberGenerator) -> String? {
        lengths.randomElement(using: &generator).flatMap { draw(length: $0, using: &generator) }
    }

    /// A text of the given length that matches, or nil when there is none.
    public func draw(length: Int, using generator: inout some RandomNumberGenerator) -> String? {
        guard lengths.contains(length) else { return nil }
        var state = 0
        var text = String.UnicodeScalarView()
        for remaining in stride(from: length - 1, through: 0, by: -1) {
            let row = automaton.successors[state]
            let ways = row.indices.filter { row[$0].map { canEnd[remaining][$0] } ?? false }
            guard let way = ways.randomElement(using: &generator), let next = row[way],
                let scalar = palettes[way].draw(using: &generator)
            else { return nil }
            text.append(scalar)
            state = next
        }
        return String(text)
    }

    /// A scalar of every class that the automaton tells apart, those that cannot match included.
    public func alphabet(using generator: inout some RandomNumberGenerator) -> [Unicode.Scalar] {
        palettes.compactMap { $0.draw(using: &generator) }
    }
}

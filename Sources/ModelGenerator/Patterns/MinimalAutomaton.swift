/// A deterministic automaton without two states or two classes of the same meaning. The start is the first state.
struct MinimalAutomaton: Hashable, Sendable {
    let classes: [ScalarSet]
    /// State by state, class by class; nil where no text with this beginning matches.
    let successors: [[Int?]]
    let mayEnd: [Bool]

    /// Whether every text is accepted.
    var acceptsEverything: Bool {
        successors == [[0]] && mayEnd == [true]
    }

    func accepts(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        var state = 0
        for scalar in text {
            guard let number = classes.firstIndex(where: { $0.contains(scalar) }),
                let next = successors[state][number]
            else { return false }
            state = next
        }
        return mayEnd[state]
    }

    /// With one class for all scalars that have the same effect in every state.
    func withMergedClasses() -> MinimalAutomaton {
        var columns = Interner<[Int?]>()
        let numbers = classes.indices.map { letter in columns.number(of: successors.map { $0[letter] }) }
        var merged = [ScalarSet](repeating: .empty, count: columns.values.count)
        for (letter, number) in numbers.enumerated() {
            merged[number] = merged[number].union(classes[letter])
        }
        let rows = successors.indices.map { state in columns.values.map { $0[state] } }
        return MinimalAutomaton(classes: merged, successors: rows, mayEnd: mayEnd)
    }
}

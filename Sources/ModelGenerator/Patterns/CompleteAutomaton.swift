/// A deterministic automaton as it is found: every state has a successor for every letter, many states may mean the
/// same, and the start is the first.
struct CompleteAutomaton {
    let classes: [ScalarSet]
    /// State by state, letter by letter.
    let successors: [[Int]]
    let mayEnd: [Bool]

    /// The least automaton with the same language; nil when the language is empty.
    func minimized() -> MinimalAutomaton? {
        let blocks = equivalenceClasses()
        guard let start = blocks.first else { return nil }
        // All states of a block agree, so any of them speaks for it.
        var representatives: [Int: Int] = [:]
        for (state, block) in blocks.enumerated() where representatives[block] == nil {
            representatives[block] = state
        }
        func successors(of block: Int) -> [Int] {
            representatives[block].map { self.successors[$0].map { blocks[$0] } } ?? []
        }
        let deadBlock = representatives.first { block, state in
            !mayEnd[state] && successors(of: block).allSatisfy { $0 == block }
        }?.key
        guard start != deadBlock else { return nil }
        let order = depthFirstOrder(from: start) { block in successors(of: block).filter { $0 != deadBlock } }
        let numbers = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
        return MinimalAutomaton(
            classes: classes,
            successors: order.map { successors(of: $0).map { numbers[$0] } },
            mayEnd: order.map { representatives[$0].map { mayEnd[$0] } ?? false }
        )
        .withMergedClasses()
    }

    /// Depth first, so that a chain of states is numbered consecutively.
    private func depthFirstOrder(from start: Int, successors: (Int) -> [Int]) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        var pending = [start]
        while let state = pending.popLast() {
            guard seen.insert(state).inserted else { continue }
            order.append(state)
            pending.append(contentsOf: successors(state).reversed())
        }
        return order
    }
}

extension CompleteAutomaton {
    /// For every state the number of its class, where states are in one class when the same texts may follow them
    /// (Hopcroft's algorithm).
    private func equivalenceClasses() -> [Int] {
        let predecessors = predecessors()
        var partition = StatePartition(count: mayEnd.count)
        for state in mayEnd.indices where mayEnd[state] { partition.mark(state) }
        partition.splitMarked()
        var block = 0
        // A split appends the smaller part, so every block needs to be looked at once.
        while block < partition.blockCount {
            for letter in classes.indices {
                for state in partition.states(of: block) {
                    for predecessor in predecessors[letter][state] { partition.mark(predecessor) }
                }
                partition.splitMarked()
            }
            block += 1
        }
        return mayEnd.indices.map { partition.block(of: $0) }
    }

    /// Letter by letter, state by state.
    private func predecessors() -> [[[Int]]] {
        classes.indices.map { letter in
            var predecessors = [[Int]](repeating: [], count: mayEnd.count)
            for (state, row) in successors.enumerated() { predecessors[row[letter]].append(state) }
            return predecessors
        }
    }
}

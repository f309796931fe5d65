extension MinimalAutomaton {
    /// The lengths of the accepted texts. Every state can be reached and leads to an end, so there is no longest text
    /// exactly when there is a cycle.
    var width: PatternWidth {
        let targets = successors.map { row in Set(row.compactMap(\.self)) }
        return PatternWidth(minimum: shortest(targets), maximum: longest(targets))
    }

    private func shortest(_ targets: [Set<Int>]) -> Int {
        var length = 0
        var seen: Set<Int> = []
        var current: Set<Int> = [0]
        while !current.isEmpty, !current.contains(where: { mayEnd[$0] }) {
            seen.formUnion(current)
            current = Set(current.flatMap { targets[$0] }).subtracting(seen)
            length += 1
        }
        return length
    }

    /// The longest path, found in topological order; nil when there is no such order.
    private func longest(_ targets: [Set<Int>]) -> Int? {
        var waysIn = [Int](repeating: 0, count: targets.count)
        for target in targets.joined() { waysIn[target] += 1 }
        var distances = [Int](repeating: 0, count: targets.count)
        var pending = waysIn[0] == 0 ? [0] : []
        var visitedCount = 0
        while let state = pending.popLast() {
            visitedCount += 1
            for target in targets[state] {
                distances[target] = max(distances[target], distances[state] + 1)
                waysIn[target] -= 1
                if waysIn[target] == 0 { pending.append(target) }
            }
        }
        return visitedCount == targets.count ? distances.max() : nil
    }
}

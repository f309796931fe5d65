/// Numbers from zero divided into blocks, which can be refined in time proportional to the numbers marked
/// (A. Valmari, "Fast brief practical DFA minimization", 2012).
struct StatePartition {
    /// The states, block by block, with the marked ones of a block at its front.
    private var elements: [Int]
    private var locations: [Int]
    private var blocks: [Int]
    private var bounds: [Range<Int>]
    private var markedCounts: [Int] = [0]
    private var touchedBlocks: [Int] = []

    init(count: Int) {
        elements = Array(0..<count)
        locations = elements
        blocks = Array(repeating: 0, count: count)
        bounds = [0..<count]
    }

    var blockCount: Int { bounds.count }

    func block(of state: Int) -> Int {
        blocks[state]
    }

    /// A copy, for blocks may be split while it is used.
    func states(of block: Int) -> [Int] {
        Array(elements[bounds[block]])
    }

    mutating func mark(_ state: Int) {
        let block = blocks[state]
        let firstUnmarked = bounds[block].lowerBound + markedCounts[block]
        guard locations[state] >= firstUnmarked else { return }
        if markedCounts[block] == 0 { touchedBlocks.append(block) }
        markedCounts[block] += 1
        exchange(locations[state], firstUnmarked)
    }

    /// Divides every block into its marked and its unmarked part, of which the smaller becomes a new block.
    mutating func splitMarked() {
        for block in touchedBlocks {
            let middle = bounds[block].lowerBound + markedCounts[block]
            markedCounts[block] = 0
            let marked = bounds[block].lowerBound..<middle
            let unmarked = middle..<bounds[block].upperBound
            if unmarked.isEmpty { continue }
            let isMarkedSmaller = marked.count <= unmarked.count
            bounds[block] = isMarkedSmaller ? unmarked : marked
            bounds.append(isMarkedSmaller ? marked : unmarked)
            markedCounts.append(0)
            for location in bounds[bounds.count - 1] { blocks[elements[location]] = bounds.count - 1 }
        }
        touchedBlocks.removeAll(keepingCapacity: true)
    }

    private mutating func exchange(_ first: Int, _ second: Int) {
        elements.swapAt(first, second)
        locations[elements[first]] = first
        locations[elements[second]] = second
    }
}

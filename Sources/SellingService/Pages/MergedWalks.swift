/// The rows of several walks, each in order by itself, as one sequence in that order.
///
/// A walk is fetched in batches, each from where the one before ended: one walk cannot be read while another one is
/// under way, and nobody knows beforehand how many rows of each will be needed.
struct MergedWalks<Walk, Row> {
    private struct Source {
        let walk: Walk
        var waiting: ArraySlice<Row> = []
        var last: Row?
        var isAtEnd = false
    }

    /// Rows of a batch after the first: few enough to be of little loss, many enough to be of few statements.
    private static var laterBatch: Int { 100 }

    private var sources: [Source]
    private let firstBatch: Int
    private let precedes: (Row, Row) -> Bool

    /// - Parameters:
    ///   - firstBatch: how many rows of each walk are fetched at first.
    ///   - precedes: the order of the walks and of the whole. It is total: no row is in two walks.
    init(_ walks: [Walk], firstBatch: Int, by precedes: @escaping (Row, Row) -> Bool) {
        sources = walks.map { Source(walk: $0) }
        self.firstBatch = firstBatch
        self.precedes = precedes
    }

    /// The next row; nil where all walks have ended.
    ///
    /// - Parameters:
    ///   - mostRows: how many rows, this one included, there is any use for.
    ///   - fetch: the rows of a walk that follow a row, or its first ones, at most so many. Fewer: there are no more.
    mutating func next(
        _ mostRows: Int,
        _ fetch: (Walk, _ after: Row?, _ limit: Int) throws -> [Row]
    ) rethrows -> Row? {
        for index in sources.indices where sources[index].waiting.isEmpty && !sources[index].isAtEnd {
            let limit = min(mostRows, sources[index].last == nil ? firstBatch : Self.laterBatch)
            let rows = try fetch(sources[index].walk, sources[index].last, limit)
            sources[index].waiting = rows[...]
            sources[index].last = rows.last
            sources[index].isAtEnd = rows.count < limit
        }
        var first: (source: Int, row: Row)?
        for index in sources.indices {
            guard let row = sources[index].waiting.first else { continue }
            if first.map({ precedes(row, $0.row) }) ?? true { first = (index, row) }
        }
        guard let first else { return nil }
        sources[first.source].waiting.removeFirst()
        return first.row
    }
}

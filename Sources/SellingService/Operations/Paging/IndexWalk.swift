import Store

/// One page of a list, and where the next one begins after; nil after the last.
struct Page<Element: Sendable>: Sendable {
    var elements: [Element] = []
    var end: PageCursor?
}

/// A walk along an index from a place on, for one page.
///
/// It looks at a bounded number of rows, whatever they are filtered by, so that a page costs the same in a long list as
/// in a short one. A page that stops at the bound is shorter than was asked for and still has a token, as AWS's may be.
struct IndexWalk: Sendable {
    /// The most rows that one page looks at where a filter leaves some out.
    static let mostRows = 1_000

    /// Its last three parameters are the place's key and identifier and the most rows.
    let statement: Statement
    let parameters: [SQLValue]
    let start: PageCursor
    let pageSize: Int
    /// Whether every row belongs in the page.
    let takesAll: Bool

    /// - Parameters:
    ///   - place: of a row.
    ///   - element: of a row; nil where the filter leaves it out.
    func page<Element>(
        in transaction: some SQLReading,
        place: (Row) -> PageCursor,
        element: (Row) throws -> Element?
    ) throws -> Page<Element> {
        let bound = takesAll ? pageSize : Self.mostRows
        var page = Page<Element>()
        var last = start
        var count = 0
        let range: [SQLValue] = [.integer(start.key), .text(start.identifier), .integer(Int64(bound) + 1)]
        try transaction.scan(statement, parameters + range) { row in
            // There is one row more than this page may look at.
            guard count < bound else {
                page.end = last
                return false
            }
            if let element = try element(row) {
                guard page.elements.count < pageSize else {
                    page.end = last
                    return false
                }
                page.elements.append(element)
            }
            count += 1
            last = place(row)
            return true
        }
        return page
    }
}

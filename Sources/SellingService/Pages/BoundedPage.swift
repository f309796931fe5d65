/// A page of a list: the rows that are asked for, and how far it went to find them.
///
/// However rare they are, a page examines a bounded number of rows, so that no request holds a thread for longer where
/// there are more. A page may so be shorter than was asked, even empty, and still be followed by others, as seen on AWS.
struct BoundedPage<Row> {
    static var mostRowsExamined: Int { 1_000 }

    private(set) var rows: [Row] = []
    /// Where others may follow: the row after which the next page begins.
    private(set) var stoppedAfter: Row?

    /// - Parameters:
    ///   - size: the most rows of the page.
    ///   - next: gives the rows in their order; told how many more there is any use for.
    ///   - isWanted: whether a row is asked for.
    init(size: Int, _ next: (_ mostRows: Int) throws -> Row?, where isWanted: (Row) -> Bool) rethrows {
        var examined = 0
        var last: Row?
        while let row = try next(Self.mostRowsExamined - examined + 1) {
            let isWanted = isWanted(row)
            if examined == Self.mostRowsExamined || (isWanted && rows.count == size) {
                stoppedAfter = last
                return
            }
            examined += 1
            last = row
            if isWanted { rows.append(row) }
        }
    }
}

extension BoundedPage: Sendable where Row: Sendable {}

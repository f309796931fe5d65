import Store

/// Connections for reading, lent to one reader at a time.
///
/// A read runs on the thread that asks: handing it to another costs several times what the read itself does. The pool
/// gives the connection that came back last, whose statements and pages are the warmest, and opens a further one only
/// when all are lent. Readers beyond the limit wait holding their thread, which is safe because no reader waits for
/// anything while it has a connection, and short because reads are.
final class ReaderPool: Sendable {
    private struct Shelf {
        var resting: [SQLiteConnection] = []
        var lent = 0
        var isClosed = false
    }

    private enum Loan {
        case resting(SQLiteConnection)
        case new
    }

    /// Enough for one reader on each thread of a large machine.
    private static let limit = 32
    private static let cacheKibibytes = 8_192

    private let path: String
    private let shelf = Monitor(Shelf())

    init(path: String) {
        self.path = path
    }

    func take() throws -> SQLiteConnection {
        switch try nextLoan() {
        case .resting(let connection):
            return connection
        case .new:
            do {
                return try open()
            } catch {
                handBack { _ in }
                throw error
            }
        }
    }

    func giveBack(_ connection: SQLiteConnection) {
        handBack { $0.resting.append(connection) }
    }

    /// Lends nothing any more, and closes every connection once it is back.
    func close() {
        shelf.withLock { $0.isClosed = true }
        shelf.broadcast()
        let returned = shelf.wait { shelf -> [SQLiteConnection]? in
            guard shelf.lent == 0 else { return nil }
            defer { shelf.resting = [] }
            return shelf.resting
        }
        for connection in returned {
            connection.close()
        }
    }

    private func nextLoan() throws -> Loan {
        try shelf.wait { shelf in
            guard !shelf.isClosed else { throw StoreError.unavailable("it is closed") }
            guard shelf.lent < Self.limit else { return nil }
            shelf.lent += 1
            return shelf.resting.popLast().map(Loan.resting) ?? .new
        }
    }

    private func handBack(_ body: (inout Shelf) -> Void) {
        let someoneWaits = shelf.withLock { shelf in
            body(&shelf)
            defer { shelf.lent -= 1 }
            return shelf.lent == Self.limit || shelf.isClosed
        }
        if someoneWaits {
            shelf.broadcast()
        }
    }

    private func open() throws -> SQLiteConnection {
        let connection = try SQLiteConnection(path: path, allowsChanges: false)
        try connection.applySettings(cacheKibibytes: Self.cacheKibibytes)
        return connection
    }
}

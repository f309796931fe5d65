import CSQLite

/// A table of documents in SQLite, reached by the C interface with kept statements and nothing in between.
///
/// Set as the server sets its writer at full durability: write-ahead log, one sync per commit.
final class RawDatabase {
    private static let rowCount: UInt64 = 10_000

    private let handle: OpaquePointer
    private var document: [UInt8]
    private var draw: UInt64 = 1

    init(path: String, rowBytes: Int) throws {
        var opened: OpaquePointer?
        guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
            throw RawDatabaseError(message: "\(path) cannot be opened")
        }
        handle = opened
        document = [UInt8](repeating: 120, count: max(rowBytes, 8))
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA wal_autocheckpoint = 4000")
        try execute("PRAGMA cache_size = -65536")
        try execute("CREATE TABLE document (identifier INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        try fill()
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Rows changed per second by one writer, where so many share a commit.
    func updatesPerSecond(inGroupsOf group: Int, for duration: Duration) throws -> Double {
        let begin = try prepare("BEGIN IMMEDIATE")
        let update = try prepare("UPDATE document SET body = ?2 WHERE identifier = ?1")
        let commit = try prepare("COMMIT")
        defer { for statement in [begin, update, commit] { sqlite3_finalize(statement) } }
        return try perSecond(for: duration) {
            try step(begin, until: SQLITE_DONE)
            for _ in 0..<group { try write(update, row: nextRow()) }
            try step(commit, until: SQLITE_DONE)
            return group
        }
    }

    /// Rows read per second by their key.
    func readsPerSecond(for duration: Duration) throws -> Double {
        let select = try prepare("SELECT body FROM document WHERE identifier = ?1")
        defer { sqlite3_finalize(select) }
        return try perSecond(for: duration) {
            for _ in 0..<100 { try read(select, row: nextRow()) }
            return 100
        }
    }

    private func fill() throws {
        let insert = try prepare("INSERT INTO document (identifier, body) VALUES (?1, ?2)")
        defer { sqlite3_finalize(insert) }
        try execute("BEGIN")
        for row in 0..<Self.rowCount { try write(insert, row: Int64(row)) }
        try execute("COMMIT")
    }

    private func write(_ statement: OpaquePointer, row: Int64) throws {
        // SQLite leaves a page alone that would not change, so no document may be like the last one.
        draw &+= 1
        withUnsafeBytes(of: draw) { document.replaceSubrange(0..<8, with: $0) }
        sqlite3_bind_int64(statement, 1, row)
        try document.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(statement, 2, bytes.baseAddress, Int32(bytes.count), nil)
            try step(statement, until: SQLITE_DONE)
        }
    }

    private func read(_ statement: OpaquePointer, row: Int64) throws {
        sqlite3_bind_int64(statement, 1, row)
        defer { sqlite3_reset(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW, Int(sqlite3_column_bytes(statement, 0)) == document.count else {
            throw failure
        }
        let body = [UInt8](UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, 0), count: document.count))
        guard body.count == document.count else { throw failure }
    }

    private func step(_ statement: OpaquePointer, until status: Int32) throws {
        let reached = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard reached == status else { throw failure }
    }

    /// Spread over the table without order, the same in every run.
    private func nextRow() -> Int64 {
        draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int64((draw >> 33) % Self.rowCount)
    }

    private func perSecond(for duration: Duration, _ work: () throws -> Int) throws -> Double {
        let clock = ContinuousClock()
        let begun = clock.now
        var done = 0
        while clock.now - begun < duration { done += try work() }
        return Double(done) / ((clock.now - begun) / Duration.seconds(1))
    }

    private func execute(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    private func prepare(_ text: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure }
        return statement
    }

    private var failure: RawDatabaseError {
        RawDatabaseError(message: String(cString: sqlite3_errmsg(handle)))
    }
}

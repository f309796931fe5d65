import CSQLite
import Store

/// One connection of SQLite, with the statements it keeps.
///
/// Opened without SQLite's own mutexes: whoever owns the connection (the writer thread, or the one reader that took it
/// from the pool) is alone with it. That passing from hand to hand is why it is unchecked Sendable.
final class SQLiteConnection: @unchecked Sendable {
    let handle: OpaquePointer
    let statements: StatementCache
    /// False on connections, and during turns, that serve reads.
    var allowsChanges: Bool
    var failure: StoreError?
    private var isOpen = true

    static let schemaWords = PortableSchema(identity: "INTEGER PRIMARY KEY AUTOINCREMENT", text: "TEXT")

    /// - Parameters:
    ///   - path: absolute, or ":memory:". An absolute path is never taken for a URI.
    ///   - allowsChanges: opens the file for reading only where false.
    init(path: String, allowsChanges: Bool) throws {
        let mode = allowsChanges ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(path, &opened, mode | SQLITE_OPEN_NOMUTEX, nil)
        guard status == SQLITE_OK, let opened else {
            defer { sqlite3_close_v2(opened) }
            throw StoreError.unavailable("\(path) cannot be opened: \(String(cString: sqlite3_errstr(status)))")
        }
        sqlite3_extended_result_codes(opened, 1)
        handle = opened
        statements = StatementCache(connection: opened)
        self.allowsChanges = allowsChanges
    }

    deinit {
        close()
    }

    /// Closes now rather than with the last reference; nothing may be asked of it afterwards.
    func close() {
        guard isOpen else { return }
        isOpen = false
        statements.finalizeAll()
        sqlite3_close_v2(handle)
    }

    /// Whether a transaction is open. SQLite closes it by itself after some errors, such as a full disk.
    var isInTransaction: Bool {
        sqlite3_get_autocommit(handle) == 0
    }

    /// Reads a setting back.
    func pragma(_ name: String) throws -> Int64? {
        let prepared = try statements.prepared(Statement("PRAGMA \(name)"))
        defer { prepared.rest() }
        return try prepared.step() ? prepared.integer(0) : nil
    }
}

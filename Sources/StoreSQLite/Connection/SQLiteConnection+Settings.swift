import CSQLite
import Store

extension SQLiteConnection {
    /// How long a statement waits for a program that is not Cosell (a backup, the sqlite3 shell) to release its lock.
    private static let busyTimeoutMilliseconds: Int32 = 5_000

    /// Settings of every connection.
    ///
    /// `foreign_keys`: the rules of the service are checked by the service. `trusted_schema`, `cell_size_check`: a
    /// damaged or forged file is refused rather than believed. `temp_store`: sorting leaves no files behind.
    func applySettings(cacheKibibytes: Int) throws {
        sqlite3_busy_timeout(handle, Self.busyTimeoutMilliseconds)
        try execute(
            """
            PRAGMA foreign_keys = OFF;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -\(cacheKibibytes);
            """
        )
    }

    /// Settings of the connection that writes to a file.
    ///
    /// The write-ahead log lets readers go on during a commit, and makes a commit one sync of one file. It is copied
    /// into the database every 4,000 pages (16 MiB) instead of SQLite's 1,000: pages that change again meanwhile are
    /// copied once, and the log is still short enough that finding a page in it takes one or two hash tables. A log
    /// that an import has made long is cut back to 64 MiB.
    func applyWriterSettings(_ durability: Durability) throws {
        guard try text(of: "PRAGMA journal_mode = WAL") == "wal" else {
            throw StoreError.unavailable("this file system does not carry a write-ahead log (shared memory is needed)")
        }
        let level: Int64 = durability == .full ? 2 : 1
        try execute(
            """
            PRAGMA synchronous = \(level);
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            """
        )
        // Asked back, because a setting that SQLite does not take raises no error, and this one is our promise.
        guard try pragma("synchronous") == level else {
            throw StoreError.unavailable("SQLite did not accept synchronous = \(level)")
        }
    }

    private func text(of pragma: String) throws -> String? {
        let prepared = try statements.prepared(Statement(pragma))
        defer { prepared.rest() }
        return try prepared.step() ? prepared.text(0) : nil
    }
}

import CSQLite
import Store

extension PreparedStatement: RowColumns {
    func integer(_ column: Int) -> Int64? {
        guard holds(SQLITE_INTEGER, column, "an integer") else { return nil }
        return sqlite3_column_int64(handle, Int32(column))
    }

    func text(_ column: Int) -> String? {
        guard holds(SQLITE_TEXT, column, "text") else { return nil }
        let start = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8]? {
        guard holds(SQLITE_BLOB, column, "bytes") else { return nil }
        // SQLite gives a null pointer for empty bytes.
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    func complain(_ reason: String) {
        complaint = complaint ?? reason
    }

    /// Whether the column is of the kind asked for; null is not, and no reason to complain.
    private func holds(_ kind: Int32, _ column: Int, _ description: String) -> Bool {
        let found = sqlite3_column_type(handle, Int32(column))
        if found == kind {
            return true
        }
        if found != SQLITE_NULL {
            complain("column \(column) was read as \(description) and is none")
        } else if column >= sqlite3_column_count(handle) {
            complain("there is no column \(column)")
        }
        return false
    }
}

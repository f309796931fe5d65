import CSQLite
import Store

/// A statement as one connection keeps it, which is also the row it stands on.
final class PreparedStatement {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    /// For each place SQLite numbers, in order of first appearance, the parameter that goes there: `$2` is 1.
    let parameterOfPlace: [Int]
    let parameterCount: Int
    let isReadOnly: Bool
    private(set) var isRunning = false
    var complaint: String?

    init(_ text: String, on connection: OpaquePointer) throws {
        let prepared = try Self.prepare(text, on: connection)
        handle = prepared
        self.connection = connection
        isReadOnly = sqlite3_stmt_readonly(prepared) != 0
        do {
            parameterOfPlace = try Self.parameters(of: prepared)
        } catch {
            sqlite3_finalize(prepared)
            throw error
        }
        parameterCount = (parameterOfPlace.max() ?? -1) + 1
    }

    /// Goes on to the next row. False: there is none, the statement is done.
    func step() throws -> Bool {
        isRunning = true
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw StoreError(of: connection)
        }
    }

    /// Makes it ready to run again, and lets go of the snapshot it may hold.
    func rest() {
        sqlite3_reset(handle)
        isRunning = false
    }

    func finalize() {
        sqlite3_finalize(handle)
    }

    /// What SQLite last failed of on this connection.
    var failure: StoreError {
        StoreError(of: connection)
    }

    private static func prepare(_ text: String, on connection: OpaquePointer) throws -> OpaquePointer {
        var prepared: OpaquePointer?
        let bytes = Array(text.utf8CString)
        let rest = try bytes.withUnsafeBufferPointer { bytes in
            var rest: UnsafePointer<CChar>?
            let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
            let length = Int32(bytes.count)
            guard sqlite3_prepare_v3(connection, bytes.baseAddress, length, flags, &prepared, &rest) == SQLITE_OK else {
                throw StoreError(of: connection)
            }
            return rest.map { String(cString: $0) } ?? ""
        }
        guard let prepared else { throw StoreError.misuse("the statement is empty") }
        // SQLite would leave the rest undone without a word.
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            sqlite3_finalize(prepared)
            throw StoreError.misuse("one statement at a time: \(text)")
        }
        return prepared
    }

    /// SQLite takes `$7` for a name, not a number, so the numbers are read out of the names.
    private static func parameters(of statement: OpaquePointer) throws -> [Int] {
        let count = sqlite3_bind_parameter_count(statement)
        return try (0..<count).map { place in
            guard
                let name = sqlite3_bind_parameter_name(statement, place + 1),
                let number = Int(String(cString: name).dropFirst()), number > 0
            else {
                throw StoreError.misuse("parameters are written $1, $2 …: \(String(cString: sqlite3_sql(statement)))")
            }
            return number - 1
        }
    }
}

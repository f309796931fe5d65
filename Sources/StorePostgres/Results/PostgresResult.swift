import CPostgreSQL
import Store

/// The answer to one command, with all its rows, and the row it stands on.
final class PostgresResult {
    private let handle: OpaquePointer?
    private let rowCount: Int32
    private let columnCount: Int32
    private(set) var row: Int32 = -1
    var complaint: String?

    init(_ handle: OpaquePointer?) {
        self.handle = handle
        rowCount = handle.map { PQntuples($0) } ?? 0
        columnCount = handle.map { PQnfields($0) } ?? 0
    }

    deinit {
        PQclear(handle)
    }

    func goToNextRow() -> Bool {
        row += 1
        return row < rowCount
    }

    /// "COMMIT", "UPDATE 3" …
    var commandTag: String {
        handle.map { String(cString: PQcmdStatus($0)) } ?? ""
    }

    /// How many rows the command inserted, updated or deleted.
    var changedRows: Int {
        guard let handle, !commandTag.hasPrefix("SELECT") else { return 0 }
        return Int(String(cString: PQcmdTuples(handle))) ?? 0
    }

    /// Whether the command had no words.
    var isOfNothing: Bool {
        PQresultStatus(handle) == PGRES_EMPTY_QUERY
    }

    /// Why the command was refused, nil where it was not.
    func error(of connection: PostgresConnection) -> StoreError? {
        switch PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return nil
        case PGRES_PIPELINE_ABORTED: return .engine(code: "postgres", message: "skipped after an error")
        default: break
        }
        guard let code = field("C"), let message = field("M") else {
            return .unavailable(connection.message)
        }
        return connection.meaning(ofState: code, message)
    }

    /// The column's bytes and type; nil where it is null.
    func value(_ column: Int) -> PostgresValue? {
        guard let handle, column >= 0, column < Int(columnCount) else {
            complain("there is no column \(column)")
            return nil
        }
        let column = Int32(column)
        guard PQgetisnull(handle, row, column) == 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(handle, row, column),
            count: Int(PQgetlength(handle, row, column))
        )
        return PostgresValue(type: PQftype(handle, column), bytes: bytes)
    }

    /// - Parameter code: "C" is the SQLSTATE, "M" the message (PG_DIAG_…, which Swift does not import).
    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(handle, Int32(code.value)).map { String(cString: $0) }
    }
}

extension PostgresResult: RowColumns {
    func integer(_ column: Int) -> Int64? {
        value(column).flatMap { $0.integer ?? refuse(column, "an integer") }
    }

    func text(_ column: Int) -> String? {
        value(column).flatMap { $0.text ?? refuse(column, "text") }
    }

    func bytes(_ column: Int) -> [UInt8]? {
        value(column).flatMap { $0.byteString ?? refuse(column, "bytes") }
    }

    func complain(_ reason: String) {
        complaint = complaint ?? reason
    }

    private func refuse<Value>(_ column: Int, _ description: String) -> Value? {
        complain("column \(column) was read as \(description) and is none")
        return nil
    }
}

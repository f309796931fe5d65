import CSQLite
import Store

extension StoreError {
    /// What the connection last failed of.
    init(of connection: OpaquePointer) {
        let code = sqlite3_extended_errcode(connection)
        let message = String(cString: sqlite3_errmsg(connection))
        switch code & 0xff {
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_FULL: self = .full(message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .unavailable("another program holds the database: \(message)")
        case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: self = .unavailable(message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(message)
        case SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG: self = .misuse(message)
        default: self = .engine(code: "sqlite \(code)", message: message)
        }
    }
}

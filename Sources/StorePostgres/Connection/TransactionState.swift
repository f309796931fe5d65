import Store

/// How far the transaction of a connection has come.
struct TransactionState {
    let access: TransactionAccess
    /// BEGIN waits for the first statement and travels with it.
    var hasBegun = false
    /// The server refused a statement because of what other transactions did: the same body may succeed next time.
    var mustRunAgain: StoreError?
    /// What this connection holds prepared no longer fits the schema, or is not there.
    var hasStalePlans = false

    init(access: TransactionAccess) {
        self.access = access
    }

    var begin: String {
        switch access {
        case .read: "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        }
    }
}

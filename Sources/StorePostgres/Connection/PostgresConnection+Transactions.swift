import CPostgreSQL
import Store

extension PostgresConnection {
    /// Far above the statements of a program: a bound against texts that are composed without one.
    private static let preparedLimit = 2_000

    func begin(_ access: TransactionAccess) throws {
        let mustForget = state.hasStalePlans || prepared.count > Self.preparedLimit
        state = TransactionState(access: access)
        if mustForget {
            prepared = []
            // By itself: sent along with BEGIN it would count as a query before it.
            try send("DEALLOCATE ALL")
            _ = try receive()
        }
    }

    /// - Throws: `StoreError`; whether the transaction may have been committed all the same, `isLost` tells.
    func commit() throws {
        guard state.hasBegun else { return }
        try send("COMMIT")
        let result = try receive()
        // The server ends a transaction in which a statement failed by rolling back, and calls that a success.
        guard result.commandTag == "COMMIT" else {
            throw StoreError.engine(code: "postgres", message: "the transaction was rolled back")
        }
    }

    /// Leaves nothing open, or the connection lost.
    func rollBack() {
        guard state.hasBegun, !isLost else { return }
        if PQpipelineStatus(handle) == PQ_PIPELINE_OFF {
            // A script failed, with the pipeline left.
            try? runPlainly("ROLLBACK")
            try? enterPipeline()
            return
        }
        try? send("ROLLBACK")
        _ = try? receive()
    }
}

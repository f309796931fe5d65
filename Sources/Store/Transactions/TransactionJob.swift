/// A body, what came of it, and the task that waits for that.
///
/// Unchecked because `outcome` changes: it is touched by one thread at a time, first by the caller that makes the job
/// and then by the thread that took it from the queue, whose lock lies between the two.
final class TransactionJob<Value: Sendable>: WaitingTransaction, @unchecked Sendable {
    let access: TransactionAccess
    private let body: @Sendable (any Connection) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private var outcome: Result<Value, any Error> = .failure(StoreError.unavailable("the transaction was not run"))

    init(
        _ access: TransactionAccess,
        _ body: @escaping @Sendable (any Connection) throws -> Value,
        caller: CheckedContinuation<Value, any Error>
    ) {
        self.access = access
        self.body = body
        self.caller = caller
    }

    func perform(on connection: any Connection) -> Bool {
        outcome = Result { try body(connection) }
        guard case .success = outcome else { return false }
        return true
    }

    func answer() {
        caller.resume(with: outcome)
    }

    func fail(_ error: any Error) {
        caller.resume(throwing: error)
    }
}

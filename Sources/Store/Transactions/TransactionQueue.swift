/// The bodies that wait for a thread of the store.
public typealias TransactionQueue = WaitingLine<any WaitingTransaction>

extension WaitingLine where Element == any WaitingTransaction {
    /// Queues a read and waits for its answer.
    public nonisolated(nonsending) func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await perform(.read) { try $0.perform(body, in: ReadTransaction($0)) }
    }

    /// Queues a write and waits for its answer.
    public nonisolated(nonsending) func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await perform(.write) { try $0.perform(body, in: WriteTransaction($0)) }
    }

    private nonisolated(nonsending) func perform<Value: Sendable>(
        _ access: TransactionAccess,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let job = TransactionJob(access, body, caller: caller)
            do {
                try append(job)
            } catch {
                job.fail(error)
            }
        }
    }
}

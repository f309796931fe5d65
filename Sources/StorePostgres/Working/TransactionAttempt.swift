import Store

/// One run of a body between BEGIN and COMMIT.
struct TransactionAttempt {
    enum Outcome {
        /// The job knows its value or its error.
        case settled
        /// Whatever the job knows, this is its answer.
        case failed(StoreError)
        /// Nothing was committed, and the next attempt may succeed.
        case again(StoreError)

        func settle(_ job: any WaitingTransaction) {
            switch self {
            case .settled: job.answer()
            case .failed(let error), .again(let error): job.fail(error)
            }
        }
    }

    let job: any WaitingTransaction
    let connection: PostgresConnection

    func perform() -> Outcome {
        do {
            try connection.begin(job.access)
        } catch {
            return connection.isLost ? .again(lost) : .failed(.unavailable(connection.message))
        }
        let succeeded = job.perform(on: connection)
        guard succeeded else { return afterFailedBody() }
        do {
            try connection.commit()
            return .settled
        } catch {
            return afterFailedCommit(error)
        }
    }

    /// COMMIT was not sent, so whatever happened, nothing of this body is in the database.
    private func afterFailedBody() -> Outcome {
        if connection.isLost {
            return .again(lost)
        }
        connection.rollBack()
        return connection.state.mustRunAgain.map { .again($0) } ?? .settled
    }

    /// An answer that refuses the COMMIT means that there was none. No answer means that nobody knows: running a write
    /// again could do it twice, so that is left to the caller, who may look.
    private func afterFailedCommit(_ error: any Error) -> Outcome {
        if connection.isLost {
            return job.access == .read ? .again(lost) : .failed(.unavailable(Self.unknownOutcome + connection.message))
        }
        if let reason = connection.state.mustRunAgain {
            return .again(reason)
        }
        return .failed(error as? StoreError ?? .unavailable("\(error)"))
    }

    private var lost: StoreError {
        .unavailable(connection.message)
    }

    private static let unknownOutcome = "the connection was lost while committing, the write may or may not be there: "
}

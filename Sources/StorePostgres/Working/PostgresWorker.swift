import Store

/// One thread of the store: keeps a connection up and runs transactions on it, one after another.
final class PostgresWorker {
    private let settings: PostgresSettings
    private let line: TransactionQueue
    private let census: ConnectionCensus
    private var connection: PostgresConnection?

    init(_ settings: PostgresSettings, _ line: TransactionQueue, _ census: ConnectionCensus) {
        self.settings = settings
        self.line = line
        self.census = census
    }

    /// Works until the line is closed and empty.
    ///
    /// A transaction is taken only once there is a connection to run it on: a worker whose server is gone fails faster
    /// than others work, and would drain the line into failures.
    func serve() {
        while line.waitForSomeone() {
            guard let connection = connection ?? reconnect() else { continue }
            for job in line.takeWaiting(upTo: 1) {
                run(job, on: connection)
            }
        }
        disconnect()
    }

    /// Tries until there is a connection or nobody waits for one. Where no worker has any, nobody is left waiting.
    private func reconnect() -> PostgresConnection? {
        line.passOn()
        var backoff = Backoff(first: .milliseconds(50), largest: .seconds(1), giveUpAfter: .zero)
        repeat {
            do {
                return try connect()
            } catch {
                if census.isEmpty {
                    line.takeWaiting(upTo: .max).forEach { $0.fail(error) }
                }
            }
            backoff.pause()
        } while line.hasSomeone
        return nil
    }

    private func connect() throws -> PostgresConnection {
        let new = try PostgresConnection(settings)
        connection = new
        census.add()
        return new
    }

    private func disconnect() {
        guard connection != nil else { return }
        connection = nil
        census.subtract()
    }

    /// Runs a transaction until it is settled, and answers it.
    private func run(_ job: any WaitingTransaction, on connection: PostgresConnection) {
        var connection = connection
        var backoff = Backoff(first: .milliseconds(1), largest: .milliseconds(100), giveUpAfter: Self.patience)
        while true {
            let attempt = TransactionAttempt(job: job, connection: connection).perform()
            if connection.isLost {
                disconnect()
            }
            guard case .again(let reason) = attempt else { return attempt.settle(job) }
            guard !backoff.isOver else { return job.fail(reason) }
            backoff.pause()
            guard let next = connectionForRetry(job, backoff) else { return }
            connection = next
        }
    }

    /// The connection, or a new one in its place. Nil: the job was failed, because there is none to be had in time.
    private func connectionForRetry(_ job: any WaitingTransaction, _ backoff: Backoff) -> PostgresConnection? {
        var backoff = backoff
        while true {
            do {
                return try connection ?? connect()
            } catch {
                guard !backoff.isOver else {
                    job.fail(error)
                    return nil
                }
                backoff.pause()
            }
        }
    }

    /// How long a transaction is run again before its caller is told.
    private static let patience = Duration.seconds(5)
}

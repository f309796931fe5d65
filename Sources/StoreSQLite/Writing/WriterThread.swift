import Store

/// The one thread that writes. It sleeps while nobody waits, and lives until the line is closed and empty.
///
/// SQLite has one writer at a time by nature. Giving it a thread keeps the disk's syncs off the threads of the
/// concurrency runtime, and lets bodies gather behind the sync that is under way: that is the next group.
final class WriterThread: Sendable {
    /// Writes that wait beyond this are refused; at a few thousand a second they would time out anyway.
    private static let capacity = 16_384

    let line = TransactionQueue(capacity: capacity)
    private let ended = ThreadsEnded(running: 1)

    /// - Parameters:
    ///   - connection: the thread's own from now on.
    ///   - lock: kept until the connection is closed.
    init(_ connection: SQLiteConnection, lock: ProcessLock) throws {
        try DedicatedThread.start(named: "cosell-writer") { [line, ended] in
            Self.serve(line, on: connection)
            lock.release()
            ended.threadEnded()
        }
    }

    func close() async {
        line.close()
        await ended.wait()
    }

    private static func serve(_ line: TransactionQueue, on connection: SQLiteConnection) {
        let sharedCommit = SharedCommit(connection: connection, line: line)
        while true {
            let waiting = line.take(upTo: SharedCommit.limit)
            guard !waiting.isEmpty else { break }
            sharedCommit.perform(waiting)
        }
        connection.close()
    }
}

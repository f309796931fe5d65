import Store

/// Runs waiting bodies one after another in one transaction, whose one COMMIT answers them all.
///
/// Under full durability nearly all that a small write costs is the disk's sync at COMMIT. Bodies that wait for it
/// anyway can share it. What has to stay as if each had been alone:
///
/// - **A body that throws undoes only itself.** It runs within a savepoint, unless nothing before it in the group has
///   anything to lose; then the whole transaction is rolled back and begun again.
/// - **Nobody is answered before the COMMIT succeeded**, not even who threw: an error may come of what a neighbour
///   wrote, and until then that is not so.
/// - **When a body makes the engine roll everything back** (a full disk, no memory), the neighbours' changes are gone
///   too. Everybody is then run again, each in a transaction alone, so that only the culprit fails. Bodies may be run
///   again; that is part of their contract.
/// - **When COMMIT fails**, everybody fails. That speaks of the disk and not of one body, and hundreds of single
///   commits on a disk that just failed would make nothing better.
struct SharedCommit {
    /// Bounds how long the first body of a group waits for the last.
    static let limit = 256

    let connection: SQLiteConnection
    let line: TransactionQueue

    /// Runs and answers `waiting`, and whoever joins the line meanwhile.
    func perform(_ waiting: [any WaitingTransaction]) {
        var group = waiting
        do {
            guard try runTogether(&group) else { return group.forEach(performAlone) }
            try commit()
        } catch {
            try? connection.rollBack()
            return group.forEach { $0.fail(error) }
        }
        group.forEach { $0.answer() }
    }

    /// - Returns: false where the engine has rolled back what earlier bodies did.
    private func runTogether(_ group: inout [any WaitingTransaction]) throws -> Bool {
        try connection.rollBack()
        var hasChanges = false
        var next = 0
        while next < group.count {
            guard try run(group[next], &hasChanges) else { return false }
            next += 1
            if next == group.count {
                group += line.takeWaiting(upTo: Self.limit - group.count)
            }
        }
        return true
    }

    /// - Parameter hasChanges: whether earlier bodies of the group have something to lose.
    private func run(_ job: any WaitingTransaction, _ hasChanges: inout Bool) throws -> Bool {
        let isProtected = hasChanges
        if !connection.isInTransaction {
            try connection.frame(Frame.beginWriting)
        }
        if isProtected {
            try connection.frame(Frame.beginBody)
        }
        let succeeded = job.perform(on: connection)
        guard connection.isInTransaction else { return !isProtected && !succeeded }
        switch (succeeded, isProtected) {
        case (true, true):
            try connection.frame(Frame.keepBody)
        case (true, false):
            hasChanges = true
        case (false, true):
            try connection.frame(Frame.undoBody)
            try connection.frame(Frame.keepBody)
        case (false, false):
            try connection.rollBack()
        }
        return true
    }

    private func performAlone(_ job: any WaitingTransaction) {
        do {
            try connection.transact(Frame.beginWriting) {
                guard job.perform(on: connection) else { throw BodyFailed() }
            }
            job.answer()
        } catch is BodyFailed {
            job.answer()
        } catch {
            job.fail(error)
        }
    }

    /// Nothing is open where every body has failed.
    private func commit() throws {
        if connection.isInTransaction {
            try connection.frame(Frame.commit)
        }
    }
}

/// Makes the transaction roll back; the job itself knows its error.
private struct BodyFailed: Error {}

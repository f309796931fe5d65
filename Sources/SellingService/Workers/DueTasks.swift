import SellingDomain
import SmithyTypes
import Store

/// Tasks whose steps take time (`--task-delay`), carried on from step to step.
extension SellingEnvironment {
    /// How many tasks are looked for at a time.
    private static let tasksAtOnce = 100

    /// Takes a step of each task of which one is due, each in a transaction of its own.
    ///
    /// The step and how far the task has come are written together, and whoever comes second finds the task further on.
    /// So no step is taken twice, however many nodes look for due ones and whenever one of them stops.
    ///
    /// - Returns: how many were due.
    func takeDueTaskSteps(at now: Timestamp) async throws -> Int {
        let due = try await store.read { try TaskTable.due(in: $0, at: now, limit: Self.tasksAtOnce) }
        for task in due { try await takeStep(of: task, at: now) }
        return due.count
    }

    private func takeStep(of due: SellingTask, at now: Timestamp) async throws {
        let facts = try await taskFacts(for: CollectionOfOne(due.nextStep).compactMap(\.self), at: now)
        do {
            try await store.write { transaction in
                guard let task = try Self.unchanged(due, in: transaction) else { return }
                // Written first: of two nodes that take the step at once, PostgreSQL sends one back to begin again, where
                // a row that the other has made already would end it with an error.
                try TaskTable.update(in: transaction, task)
                let work = TaskWork(environment: self, transaction: transaction, facts: facts)
                _ = try work.takingNextStep(of: task)
            }
        } catch let failure as TaskFailure {
            try await store.write { transaction in
                guard let task = try Self.unchanged(due, in: transaction) else { return }
                try TaskTable.update(in: transaction, task.failed(failure))
            }
        }
    }

    /// The task where nobody has carried it on since it was found due.
    private static func unchanged(_ due: SellingTask, in transaction: some SQLReading) throws -> SellingTask? {
        try TaskTable.find(in: transaction, due.key).flatMap { $0 == due ? $0 : nil }
    }
}

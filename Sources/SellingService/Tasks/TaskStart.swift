import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// The start of a task, for each operation that starts one.
struct TaskStart<Contract: OperationContract>: Sendable where Contract.Failure: ModelsConflictException {
    let environment: SellingEnvironment
    let idempotent: IdempotentCall
    /// At its beginning.
    let task: SellingTask
    /// What its steps work with.
    let document: [UInt8]
    /// By which a prospecting task is listed.
    var name = ""

    /// Starts the task and, where its steps take no time, takes all of them; or tells how the task stands that the same
    /// request started (`RuleCatalogue.taskPoll`).
    ///
    /// - Parameter check: what is wrong with the request as things stand. Nothing of a refused request is kept.
    /// - Throws: what `check` throws, or ConflictException where the token was used for another request.
    func run(
        _ check: @escaping @Sendable (WriteTransaction) throws -> Void
    ) async throws -> SellingTask {
        if let known = try await environment.store.read({ try known(in: $0) }) { return known }
        let steps = environment.completesTasksAtOnce ? task.kind.steps[...] : []
        let facts = try await environment.taskFacts(for: steps, at: task.startedAt)
        do {
            return try await environment.store.write { transaction in
                if let known = try known(in: transaction) { return known }
                try check(transaction)
                try keep(task.due(at: environment.nextTaskStep(after: task.startedAt)), in: transaction)
                let work = TaskWork(environment: environment, transaction: transaction, facts: facts)
                return try steps.reduce(task) { task, _ in try work.takingNextStep(of: task) }
            }
        } catch let failure as TaskFailure {
            // Whatever the steps had made is undone, and of the task nothing remains but that it failed.
            return try await environment.store.write { transaction in
                if let known = try known(in: transaction) { return known }
                return try keep(task.failed(failure), in: transaction)
            }
        }
    }

    /// The task that this token started, as it stands.
    private func known(in transaction: some SQLReading) throws -> SellingTask? {
        guard let identifier = try idempotent.replayed(in: transaction, as: Contract.Failure.self) else { return nil }
        let key = TaskKey(
            account: task.account,
            catalog: task.catalog,
            kind: task.kind,
            identifier: String(decoding: identifier, as: UTF8.self)
        )
        guard let known = try TaskTable.find(in: transaction, key) else {
            throw StoreError.corrupt("a token stands for the task \(key.identifier), which is not there")
        }
        return known
    }

    @discardableResult
    private func keep(_ task: SellingTask, in transaction: WriteTransaction) throws -> SellingTask {
        try TaskTable.insert(in: transaction, task, document, name: name)
        try idempotent.record(in: transaction, task: task.identifier)
        return task
    }
}

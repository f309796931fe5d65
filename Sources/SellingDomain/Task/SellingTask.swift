public import SellingShapes
public import SmithyTypes

/// What a task has made, or been given, by identifier: what its answers and lists show of it.
public struct TaskProducts: Sendable, Hashable {
    public var engagement: String?
    public var invitation: String?
    public var opportunity: String?
    public var snapshotJob: String?
    /// The context that the task added.
    public var context: String?

    public init(
        engagement: String? = nil,
        invitation: String? = nil,
        opportunity: String? = nil,
        snapshotJob: String? = nil,
        context: String? = nil
    ) {
        self.engagement = engagement
        self.invitation = invitation
        self.opportunity = opportunity
        self.snapshotJob = snapshotJob
        self.context = context
    }
}

/// A task of an account's: how far it has come through the steps of its kind.
public struct SellingTask: Sendable, Hashable {
    public let account: String
    public let catalog: CatalogIdentifier
    public let kind: TaskKind
    public let identifier: String
    public let startedAt: Timestamp
    public private(set) var status: TaskStatus
    public private(set) var stepsDone: Int
    /// When its next step is to be done, on Cosell's clock; nil once it has ended.
    public private(set) var dueAt: Timestamp?
    public private(set) var products: TaskProducts
    /// Why it failed, where it did.
    public private(set) var failure: TaskFailure?

    /// A task at its beginning.
    public init(
        account: String,
        catalog: CatalogIdentifier,
        kind: TaskKind,
        identifier: String,
        startedAt: Timestamp,
        given products: TaskProducts = TaskProducts()
    ) {
        self.account = account
        self.catalog = catalog
        self.kind = kind
        self.identifier = identifier
        self.startedAt = startedAt
        status = .inProgress
        stepsDone = 0
        dueAt = startedAt
        self.products = products
    }

    /// The same task as it was kept.
    public func resumed(
        _ status: TaskStatus,
        stepsDone: Int,
        dueAt: Timestamp?,
        failure: TaskFailure?
    ) -> SellingTask {
        var task = self
        task.status = status
        task.stepsDone = stepsDone
        task.dueAt = dueAt
        task.failure = failure
        return task
    }

    /// What is to be done next; nil once it has ended.
    public var nextStep: TaskStep? {
        status == .inProgress && stepsDone < kind.steps.count ? kind.steps[stepsDone] : nil
    }

    /// The task, whose next step is to be done at an instant.
    public func due(at instant: Timestamp) -> SellingTask {
        var task = self
        task.dueAt = instant
        return task
    }

    /// The task after its next step, which made this; it is COMPLETE after its last.
    ///
    /// - Parameter next: when the step after that is due.
    public func advanced(_ products: TaskProducts, next: Timestamp) -> SellingTask {
        var task = self
        task.products = products
        task.stepsDone += 1
        task.dueAt = next
        if task.stepsDone == kind.steps.count {
            task.status = .complete
            task.dueAt = nil
        }
        return task
    }

    /// The task, ended by a failure. What earlier steps have made stays made, as there is nothing to undo it.
    public func failed(_ failure: TaskFailure) -> SellingTask {
        var task = self
        task.status = .failed
        task.dueAt = nil
        task.failure = failure
        return task
    }
}

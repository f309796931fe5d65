public import SellingShapes
public import SmithyTypes

/// A job that takes a snapshot of its owner's resource whenever what the template shows of it has changed.
public struct SnapshotJob: Sendable, Hashable {
    public let account: String
    public let identifier: String
    public let subject: SnapshotSubject
    public let createdAt: Timestamp
    public private(set) var status: ResourceSnapshotJobStatus
    /// When it last took a snapshot.
    public private(set) var lastSuccessfulExecutionDate: Timestamp?

    /// A new job, which is Stopped (model), or one as it was kept.
    public init(
        account: String,
        identifier: String,
        subject: SnapshotSubject,
        createdAt: Timestamp,
        status: ResourceSnapshotJobStatus = .stopped,
        lastSuccessfulExecutionDate: Timestamp? = nil
    ) {
        self.account = account
        self.identifier = identifier
        self.subject = subject
        self.createdAt = createdAt
        self.status = status
        self.lastSuccessfulExecutionDate = lastSuccessfulExecutionDate
    }

    /// The job running: as it was where it runs already (model: starting is idempotent).
    public func started() -> SnapshotJob {
        with(.running)
    }

    /// The job stopped: as it was where it is stopped already (model: stopping is idempotent).
    public func stopped() -> SnapshotJob {
        with(.stopped)
    }

    /// The job, having taken a snapshot.
    public func executed(at now: Timestamp) -> SnapshotJob {
        var job = self
        job.lastSuccessfulExecutionDate = now
        return job
    }

    private func with(_ status: ResourceSnapshotJobStatus) -> SnapshotJob {
        var job = self
        job.status = status
        return job
    }

    /// Why there is no second job for what this one is for.
    public var duplicateConflict: Conflict {
        Conflict(
            RuleCatalogue.oneSnapshotJob,
            "The resource snapshot job \(identifier) does this already: \(subject.template) of \(subject.resource) in "
                + "\(subject.engagement)."
        )
    }

    /// Why it cannot be deleted; nil where it can.
    public var deletionConflict: Conflict? {
        guard status != .stopped else { return nil }
        return Conflict(
            RuleCatalogue.snapshotJobIsStopped,
            "The resource snapshot job \(identifier) is \(status.rawValue). Stop it before you delete it."
        )
    }
}

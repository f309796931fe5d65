import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// The work on tasks inside one transaction: each step is a function over it.
struct TaskWork {
    let environment: SellingEnvironment
    let transaction: WriteTransaction
    let facts: TaskFacts

    /// Takes a task's next step and keeps that it was taken, in the transaction of what the step does.
    ///
    /// - Returns: the task after the step.
    /// - Throws: `TaskFailure`, where the step cannot be taken as things stand.
    func takingNextStep(of task: SellingTask) throws -> SellingTask {
        guard let step = task.nextStep, let due = task.dueAt else { return task }
        guard let document = try TaskTable.document(in: transaction, task.key) else {
            throw StoreError.corrupt("the task \(task.identifier) has no document")
        }
        let products = try products(of: step, task, document)
        let advanced = task.advanced(products, next: environment.nextTaskStep(after: due))
        try TaskTable.update(in: transaction, advanced)
        return advanced
    }

    /// What the task has made once the step is taken.
    private func products(of step: TaskStep, _ task: SellingTask, _ document: [UInt8]) throws -> TaskProducts {
        switch task.kind {
        case .engagementFromOpportunity:
            try EngagementFromOpportunity(work: self, task: task, request: .init(stored: document)).products(of: step)
        case .engagementByAcceptingInvitation:
            try EngagementByAcceptingInvitation(work: self, task: task, request: .init(stored: document))
                .products(of: step)
        case .opportunityFromEngagement:
            try OpportunityFromEngagement(work: self, task: task, request: .init(stored: document)).products(of: step)
        case .prospectingFromEngagement:
            try ProspectingFromEngagement(work: self, task: task, prospecting: .init(stored: document))
                .products(of: step)
        }
    }
}

// MARK: What several kinds of task do

extension TaskWork {
    /// The engagement that a task works in.
    func engagement(_ task: SellingTask) throws -> Engagement {
        guard let identifier = task.products.engagement,
            let engagement = try EngagementTable.find(
                in: transaction,
                catalog: task.catalog,
                identifier: identifier
            )
        else { throw StoreError.corrupt("the task \(task.identifier) has come to no engagement") }
        return engagement
    }

    /// The opportunity that a task works on.
    func opportunity(_ task: SellingTask) throws -> (key: OpportunityKey, value: GetOpportunityResponse) {
        guard let identifier = task.products.opportunity,
            case let key = OpportunityKey(account: task.account, catalog: task.catalog, identifier: identifier),
            let opportunity = try OpportunityTable.find(in: transaction, key)
        else { throw StoreError.corrupt("the task \(task.identifier) has come to no opportunity") }
        return (key, opportunity)
    }

    /// What a new opportunity of the task's account is given.
    func newOpportunity(_ task: SellingTask) throws -> NewOpportunityFacts {
        guard let identifier = facts.opportunity else {
            throw StoreError.misuse("no identifier was drawn for an opportunity")
        }
        return NewOpportunityFacts(
            identifier: identifier,
            arn: environment.opportunityARN(task.catalog, account: task.account, identifier),
            now: facts.now,
            owner: try PartnerUserTable.lead(in: transaction, account: task.account)
        )
    }

    /// The snapshots that the task's account takes of its opportunity in the engagement.
    func snapshots(_ task: SellingTask) throws -> OpportunitySnapshots<GetOpportunityResponse> {
        OpportunitySnapshots(
            environment: environment,
            opportunity: try opportunity(task).key,
            engagement: try engagement(task).identifier,
            template: SnapshotTemplates.opportunitySummaryView
        )
    }

    /// Creates the snapshot job, with the tags of the request, or finds the one that there is.
    ///
    /// A recorded submission after the conversion of a lead gave another job than the conversion had. Ours has one for
    /// the two, as an opportunity has one job in an engagement (`RuleCatalogue.oneSnapshotJob`).
    func snapshotJob(_ task: SellingTask, _ tags: [Tag]) throws -> String {
        let subject = try snapshots(task).subject
        let known = try SnapshotJobTable.find(in: transaction, account: task.account, subject)
        let job =
            known
            ?? SnapshotJob(
                account: task.account,
                identifier: facts.snapshotJob,
                subject: subject,
                createdAt: facts.now
            )
        if known == nil { try SnapshotJobTable.insert(in: transaction, job) }
        let arn = environment.snapshotJobARN(job.key)
        try TagTable.put(in: transaction, account: task.account, arn: arn, tags)
        return job.identifier
    }

    /// Starts the task's snapshot job; it takes a snapshot at once where there is something new to show.
    func startSnapshotJob(_ task: SellingTask) throws {
        let key = SnapshotJobKey(
            account: task.account,
            catalog: task.catalog,
            identifier: task.products.snapshotJob ?? ""
        )
        // A job that somebody has deleted between two steps is not missed: the snapshot was what it was for.
        guard let job = try SnapshotJobTable.find(in: transaction, key) else { return }
        try SnapshotJobs.start(job, in: transaction, at: facts.now, environment)
    }
}

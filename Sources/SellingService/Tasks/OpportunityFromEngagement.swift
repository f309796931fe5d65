import SellingDomain
import SellingShapes
import SellingWire
import Store

/// The steps of StartOpportunityFromEngagementTask: a lead becomes a draft of an opportunity, in the same engagement.
struct OpportunityFromEngagement {
    let work: TaskWork
    let task: SellingTask
    let request: StartOpportunityFromEngagementTaskRequest

    private var transaction: WriteTransaction { work.transaction }

    func products(of step: TaskStep) throws -> TaskProducts {
        var products = task.products
        switch step {
        case .getEngagement: _ = try lead()
        case .createOpportunity: products.opportunity = try draft()
        case .createResourceSnapshot:
            // Not `take`, which would add the context: the next step does, and tells which.
            _ = try work.snapshots(task).append(in: transaction, work.opportunity(task).value, at: work.facts.now)
        case .createEngagementContext: products.context = try projectContext()
        case .createResourceSnapshotJob: products.snapshotJob = try work.snapshotJob(task, request.tags ?? [])
        case .startResourceSnapshotJob: try work.startSnapshotJob(task)
        default: throw StoreError.corrupt("the task \(task.identifier) has no step \(step.rawValue)")
        }
        return products
    }

    private func lead() throws -> LeadContext {
        try work.engagement(task).convertibleLead(request.contextIdentifier)
    }

    private func draft() throws -> String {
        let draft = GetOpportunityResponse(
            convertedFrom: try lead(),
            in: task.catalog,
            try work.newOpportunity(task)
        )
        let key = OpportunityKey(account: task.account, catalog: task.catalog, identifier: draft.id)
        try OpportunityTable.insert(in: transaction, key, draft, origin: .partnerReferral)
        try OpportunityEvent.created.append(in: transaction, key, at: work.facts.now)
        return key.identifier
    }

    private func projectContext() throws -> String? {
        let engagement = try work.engagement(task)
        if let excess = engagement.contextExcess { throw TaskFailure(.serviceQuotaExceeded, because: excess.message) }
        let project = CustomerProjectsContext(of: try work.opportunity(task).value)
        let changed = engagement.adding(.customerProject(project), by: task.account, at: work.facts.now)
        try changed.saveUpdate(in: transaction)
        return changed.contexts.last?.id
    }
}

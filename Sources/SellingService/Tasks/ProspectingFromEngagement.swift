import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// The steps of StartProspectingFromEngagementTask: AWS's models add what they think of each engagement to it.
struct ProspectingFromEngagement {
    let work: TaskWork
    let task: SellingTask
    let prospecting: GetProspectingFromEngagementTaskResponse

    private var transaction: WriteTransaction { work.transaction }

    func products(of step: TaskStep) throws -> TaskProducts {
        switch step {
        case .beginProspecting: try keep(prospecting.begun())
        case .concludeProspecting:
            let results = try prospecting.engagements.map { try result($0.engagementIdentifier) }
            try keep(prospecting.ended(results, at: work.facts.now))
        default: throw StoreError.corrupt("the task \(task.identifier) has no step \(step.rawValue)")
        }
        return task.products
    }

    private func result(_ identifier: String) throws -> EngagementProspectingResult {
        let isMember = try EngagementTable.isMember(
            in: transaction,
            catalog: task.catalog,
            identifier: identifier,
            account: task.account
        )
        guard isMember,
            let engagement = try EngagementTable.find(in: transaction, catalog: task.catalog, identifier: identifier)
        else { return .notFound(identifier) }
        if let excess = engagement.contextExcess { return .full(identifier, excess) }
        let changed = engagement.adding(
            .prospectingResult(prospecting.result(at: work.facts.now)),
            by: Company.aws.accountIdentifier,
            at: work.facts.now
        )
        try changed.saveUpdate(in: transaction)
        return .completed(identifier, context: changed.contexts.last?.id)
    }

    private func keep(_ prospecting: GetProspectingFromEngagementTaskResponse) throws {
        try TaskTable.update(
            in: transaction,
            task.key,
            prospecting.encoded(),
            failedCount: prospecting.count(.failed)
        )
    }
}

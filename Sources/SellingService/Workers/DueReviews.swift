import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// AWS's reviewer, where it acts by itself.
extension SellingEnvironment {
    /// Takes the next step of plans in which one is due, a batch of them.
    ///
    /// The step and what is left of the plan are written in one transaction, so that a step is taken once, however many
    /// nodes look for due ones.
    ///
    /// - Returns: how many were taken.
    func takeDueReviewSteps(at now: Timestamp) async throws -> Int {
        // Looked for without the lock of a write first: mostly there are none.
        let isDue = try await store.read { try !ReviewPlanTable.due(in: $0, at: now, limit: 1).isEmpty }
        guard isDue else { return 0 }
        return try await store.write { transaction in
            let due = try ReviewPlanTable.due(in: transaction, at: now, limit: Self.batchSize)
            for key in due { try takeReviewStep(key, at: now, in: transaction) }
            return due.count
        }
    }

    private func takeReviewStep(_ key: OpportunityKey, at now: Timestamp, in transaction: WriteTransaction) throws {
        guard let plan = try ReviewPlanTable.find(in: transaction, key), let step = plan.steps.first,
            let opportunity = try OpportunityTable.find(in: transaction, key),
            let changed = try? opportunity.reviewed(step.decision, OpportunitySetting(now: now))
        else {
            // What it was about is gone, or no longer stands where the plan takes it: the plan ends.
            return try ReviewPlanTable.put(in: transaction, key, nil)
        }
        try saveReview(of: key, changed, in: transaction)
        try ReviewPlanTable.put(in: transaction, key, plan.afterFirstStep)
    }
}

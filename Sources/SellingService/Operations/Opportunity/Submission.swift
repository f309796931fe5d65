import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// The submission of an opportunity, as SubmitOpportunity and the task that calls it carry it out.
enum Submission {
    /// Saves a submitted opportunity, AWS's own beside it, and what AWS's reviewer will do by itself.
    static func save(
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse,
        _ submission: OpportunitySubmission,
        _ key: OpportunityKey,
        _ environment: SellingEnvironment,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        try environment.saveChange(of: key, changed, in: transaction)
        let summary: GetAwsOpportunitySummaryResponse
        if let known = try AWSOpportunityTable.find(in: transaction, key) {
            summary = known.resubmitted(changed, submission)
        } else {
            let origin = try OpportunityTable.origin(in: transaction, key).origin
            summary = GetAwsOpportunitySummaryResponse(of: changed, origin: origin, submission)
        }
        try AWSOpportunityTable.put(in: transaction, key, summary)
        try ReviewPlanTable.follow(in: transaction, key, changed, before: opportunity, environment.reviews, at: now)
    }
}

import SellingDomain
import SellingShapes
import Store

/// The submission of an opportunity, as SubmitOpportunity and the task that calls it carry it out.
enum Submission {
    /// Saves a submitted opportunity, and AWS's own beside it.
    static func save(
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse,
        _ submission: OpportunitySubmission,
        _ key: OpportunityKey,
        _ environment: SellingEnvironment,
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
    }
}

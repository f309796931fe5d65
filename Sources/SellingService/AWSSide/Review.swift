import SellingDomain
import SellingShapes
import Store

/// A decision of AWS's reviewer, as ReviewOpportunity and the reviewer's own plans carry it out.
enum Review {
    /// Saves a reviewed opportunity, and what the decision means for AWS's own.
    static func save(
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse,
        _ key: OpportunityKey,
        in transaction: WriteTransaction
    ) throws {
        try OpportunityChange.save(in: transaction, key, changed, before: opportunity)
        guard let summary = try AWSOpportunityTable.find(in: transaction, key) else { return }
        let followed = summary.reviewed(changed.reviewStatus)
        if followed != summary { try AWSOpportunityTable.put(in: transaction, key, followed) }
    }
}

import SellingDomain
import SellingShapes
import Store

/// A decision of AWS's reviewer, as ReviewOpportunity and the reviewer's own plans carry it out.
enum Review {
    /// Saves a reviewed opportunity, and what the decision means for AWS's own.
    static func save(
        _ changed: GetOpportunityResponse,
        _ key: OpportunityKey,
        _ environment: SellingEnvironment,
        in transaction: WriteTransaction
    ) throws {
        try environment.saveChange(of: key, changed, in: transaction)
        guard let summary = try AWSOpportunityTable.find(in: transaction, key) else { return }
        let followed = summary.reviewed(changed.reviewStatus)
        if followed != summary { try AWSOpportunityTable.put(in: transaction, key, followed) }
    }
}

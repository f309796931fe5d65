import AWSJSON
import SellingDomain
import SellingShapes
import Store

extension SellingEnvironment {
    /// Saves a changed opportunity with all that follows from it in the same transaction: the change is told as
    /// Opportunity Updated, and running snapshot jobs take what is new of it.
    ///
    /// Every operation that changes an opportunity ends here.
    ///
    /// - Parameter changed: with the LastModifiedDate of the change.
    func saveChange(
        of key: OpportunityKey,
        _ changed: GetOpportunityResponse,
        in transaction: some SQLWriting
    ) throws {
        let now = changed.lastModifiedDate
        try OpportunityTable.update(in: transaction, key, changed)
        try OpportunityEvent.updated.append(in: transaction, key, at: now)
        try SnapshotJobs.opportunityChanged(in: transaction, key, changed, at: now, self)
    }
}

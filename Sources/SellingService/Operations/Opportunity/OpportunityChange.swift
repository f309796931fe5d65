import AWSJSON
import SellingShapes
import Store

/// What every change of an opportunity leaves behind, whichever operation makes it: the row and its event.
enum OpportunityChange {
    static func save(
        in transaction: WriteTransaction,
        _ key: OpportunityKey,
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse
    ) throws {
        try OpportunityTable.update(in: transaction, key, changed)
        try OpportunityEvent.updated.append(in: transaction, key, at: changed.lastModifiedDate)
    }
}

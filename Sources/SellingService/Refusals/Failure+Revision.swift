import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes

extension ModelsConflictException {
    /// The opportunity has changed since the caller read it. The message says what to do: the lock is meant to be met.
    static func staleRevision(of opportunity: GetOpportunityResponse, sent: Timestamp) -> Self {
        let current = opportunity.lastModifiedDate.iso8601
        return .conflict(
            ConflictException(
                message:
                    "The opportunity was modified at \(current), not at \(sent.iso8601). Get it again and send its "
                    + "LastModifiedDate.",
                explanations: [
                    Explanation(
                        RuleCatalogue.currentRevision,
                        fieldName: "lastModifiedDate",
                        offendingValue: sent.iso8601,
                        wouldPass: current
                    )
                ]
            )
        )
    }
}

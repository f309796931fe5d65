import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Opportunities that AWS refers to a partner and the partner has not accepted: nobody's to see but through an invitation.
///
/// Integrators report that GetOpportunity does not find the identifier of a simulated referral until the invitation is
/// accepted (`RuleCatalogue.referralHidden`). A table of their own keeps them out of every read and list.
enum AWSReferralTable {
    private static let selectDocument: Statement =
        "SELECT document FROM aws_referral WHERE account = $1 AND catalog = $2 AND id = $3"
    private static let selectByInvitation: Statement =
        "SELECT document FROM aws_referral WHERE account = $1 AND catalog = $2 AND invitation = $3"
    private static let insertRow: Statement =
        "INSERT INTO aws_referral (account, catalog, id, document, invitation) VALUES ($1, $2, $3, $4, $5)"
    private static let deleteRow: Statement =
        "DELETE FROM aws_referral WHERE account = $1 AND catalog = $2 AND id = $3"

    static func find(in transaction: some SQLReading, _ key: OpportunityKey) throws -> GetOpportunityResponse? {
        try transaction.first(selectDocument, values(key)) { try GetOpportunityResponse(stored: $0.bytes(0)) }
    }

    /// The opportunity that an invitation of AWS's is to; nil where it is to none, or to one that is here no longer.
    static func find(
        in transaction: some SQLReading,
        _ invitation: EngagementInvitation
    ) throws -> GetOpportunityResponse? {
        let values: [SQLValue] = [
            .text(invitation.receiverAccount), .text(invitation.catalog.rawValue), .text(invitation.identifier),
        ]
        return try transaction.first(selectByInvitation, values) { try GetOpportunityResponse(stored: $0.bytes(0)) }
    }

    static func insert(
        in transaction: some SQLWriting,
        _ key: OpportunityKey,
        _ opportunity: GetOpportunityResponse,
        invitation: String
    ) throws {
        try transaction.run(insertRow, values(key) + [.bytes(opportunity.encoded()), .text(invitation)])
    }

    /// Takes a referral out, once it has become an opportunity or can no longer.
    static func remove(in transaction: some SQLWriting, _ key: OpportunityKey) throws {
        try transaction.run(deleteRow, values(key))
    }

    private static func values(_ key: OpportunityKey) -> [SQLValue] {
        [.text(key.account), .text(key.catalog.rawValue), .text(key.identifier)]
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SmithyTypes
import Store

/// An invitation as a request names it, for who asks and when.
struct NamedInvitation: Sendable {
    let catalog: CatalogIdentifier
    /// Nil where what was sent can name no invitation of ours.
    let identifier: String?
    let account: String
    let now: Timestamp

    init(_ named: String, in catalog: CatalogIdentifier, for call: Call, _ environment: SellingEnvironment) {
        self.catalog = catalog
        identifier = environment.invitationIdentifier(named, in: catalog)
        account = call.accountIdentifier
        now = environment.now()
    }

    /// The invitation where the caller sees anything of it. One that does not exist and one of others are not told
    /// apart.
    func find(in transaction: some SQLReading) throws -> EngagementInvitation? {
        guard let identifier,
            let invitation = try InvitationTable.find(in: transaction, catalog: catalog, identifier: identifier)
        else { return nil }
        let sight = SightTable.ofInvitation(invitation.standing(of: account), invitation.status(at: now))
        return sight == .nothing ? nil : invitation
    }
}

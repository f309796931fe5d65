import SellingShapes

/// Resources that belong to no account: engagements, invitations, tasks and snapshots. Their ARNs leave the account
/// empty (captured).
extension SellingEnvironment {
    /// The ARN of a resource that belongs to no account.
    func sharedARN(_ catalog: CatalogIdentifier, _ path: String) -> String {
        "arn:aws:partnercentral:\(region)::catalog/\(catalog.rawValue)/\(path)"
    }

    func engagementARN(_ catalog: CatalogIdentifier, _ identifier: String) -> String {
        sharedARN(catalog, "engagement/\(identifier)")
    }

    func invitationARN(_ catalog: CatalogIdentifier, _ identifier: String) -> String {
        sharedARN(catalog, "engagement-invitation/\(identifier)")
    }

    func newEngagementIdentifier() -> String { identifiers.next("eng-", length: 14) }

    func newInvitationIdentifier() -> String { identifiers.next("engi-", length: 13) }

    /// The engagement that a request names by identifier or ARN; nil where it can name none of ours.
    func engagementIdentifier(_ named: String, in catalog: CatalogIdentifier) -> String? {
        sharedIdentifier(named, in: catalog, of: "engagement", prefix: "eng-")
    }

    /// The invitation that a request names by identifier or ARN; nil where it can name none of ours.
    func invitationIdentifier(_ named: String, in catalog: CatalogIdentifier) -> String? {
        sharedIdentifier(named, in: catalog, of: "engagement-invitation", prefix: "engi-")
    }

    /// An ARN counts only where it is, to the letter, the one that was minted: one of another partition, region,
    /// account or catalog names nothing here. The form of what remains is looked at again because the model lets any
    /// text follow `arn:`.
    func sharedIdentifier(
        _ named: String,
        in catalog: CatalogIdentifier,
        of type: String,
        prefix: String
    ) -> String? {
        let start = sharedARN(catalog, "\(type)/")
        let identifier = named.hasPrefix(start) ? String(named.dropFirst(start.count)) : named
        let isWellFormed = identifier.utf8.dropFirst(prefix.utf8.count).allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: false
            }
        }
        return identifier.hasPrefix(prefix) && isWellFormed ? identifier : nil
    }
}

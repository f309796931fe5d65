/// The user who owns what an account creates, until another is registered.
///
/// Undocumented: a real account's alliance lead is a person; ours is plainly made up and every account has one.
public func allianceLead(ofAccount accountIdentifier: String) -> PartnerUser {
    PartnerUser(
        email: "alliance.lead@partner-\(accountIdentifier).example",
        firstName: "Alliance",
        lastName: "Lead",
        phone: nil,
        isAllianceLead: true
    )
}

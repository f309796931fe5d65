public import SellingShapes
public import SmithyTypes

/// A user of a partner's in Partner Central, who can own opportunities.
public struct PartnerUser: Sendable, Hashable {
    public let email: String
    public let firstName: String
    public let lastName: String
    public let phone: String?
    /// Whether the user owns what the account creates.
    public let isAllianceLead: Bool

    public init(email: String, firstName: String, lastName: String, phone: String?, isAllianceLead: Bool) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.phone = phone
        self.isAllianceLead = isAllianceLead
    }

    /// The user as an opportunity's owner. Recorded answers give the owner this title.
    public var owner: Contact {
        Contact(
            businessTitle: "OpportunityOwner",
            email: email,
            firstName: firstName,
            lastName: lastName,
            phone: phone
        )
    }
}

/// What is wrong with an assignment's request, beyond the model.
public func assignmentViolations(_ assignee: AssigneeContact, _ user: PartnerUser?) -> [RuleViolation] {
    var violations: [RuleViolation] = []
    if assignee.businessTitle != "PartnerAccountManager" {
        violations.append(
            RuleViolation(
                RuleCatalogue.assigneeTitle,
                "assignee.businessTitle",
                .invalidValue,
                "BusinessTitle must be 'PartnerAccountManager' to change the owner of an opportunity.",
                offendingValue: assignee.businessTitle,
                wouldPass: "PartnerAccountManager"
            )
        )
    }
    if user == nil {
        violations.append(
            RuleViolation(
                RuleCatalogue.assigneeIsUser,
                "assignee.email",
                .invalidValue,
                // The text of the older interface to the same back end.
                "User not found for Opportunity Owner email:\(assignee.email)",
                offendingValue: assignee.email,
                wouldPass: "the email of a user of the account's in Partner Central"
            )
        )
    }
    return violations
}

extension GetOpportunityResponse {
    /// The opportunity with another owner; the rest of the team stays.
    ///
    /// The names come from the user's profile, whatever the request says (AssignOpportunity page). Undocumented: in which
    /// review states; the safest reading is in all of them.
    public func assigned(to user: PartnerUser, phone: String?, at now: Timestamp) -> GetOpportunityResponse {
        var owner = user.owner
        owner.phone = phone ?? user.phone
        var changed = self
        changed.opportunityTeam = [owner] + (opportunityTeam ?? []).filter { $0.businessTitle != owner.businessTitle }
        changed.touch(at: now)
        return changed
    }
}

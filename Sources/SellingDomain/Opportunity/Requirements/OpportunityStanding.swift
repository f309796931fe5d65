public import SellingShapes

/// An opportunity as the rules of submission see it: what it says, what it is associated with, and in what setting.
public struct OpportunityStanding: Sendable {
    public let content: OpportunityContent
    public let relatedEntities: RelatedEntityIdentifiers
    public let involvement: SalesInvolvementType
    /// Whether it was made of another partner's opportunity, by accepting an invitation.
    public let isInherited: Bool
    public let knowsRelatedOpportunity: Bool
    /// Today in UTC on Cosell's clock, `YYYY-MM-DD`.
    public let today: String
    public let mode: SandboxMode

    init(
        _ content: OpportunityContent,
        _ relatedEntities: RelatedEntityIdentifiers,
        _ involvement: SalesInvolvementType,
        _ setting: OpportunitySetting
    ) {
        self.content = content
        self.relatedEntities = relatedEntities
        self.involvement = involvement
        isInherited = setting.isInherited
        knowsRelatedOpportunity = setting.knowsRelatedOpportunity
        today = setting.now.day
        mode = setting.mode
    }

    var stage: Stage { content.lifeCycle?.stage ?? .prospect }
    var hasSolution: Bool { relatedEntities.holdsSolution }
    var isNationalSecurity: Bool { content.nationalSecurity == .yes }
    var address: Address? { content.customer?.account?.address }
    var spend: [ExpectedCustomerSpend] { content.project?.expectedCustomerSpend ?? [] }

    /// Everything that keeps this from being a submitted opportunity in good standing.
    func violations() -> [RuleViolation] {
        requirementViolations(self) + conditionViolations(self)
    }
}

extension OpportunityContent {
    /// Whether the partner asks for AWS's help: the needs say so, by any that begins with Co-Sell.
    var involvement: SalesInvolvementType {
        (primaryNeedsFromAws ?? []).contains(where: \.isCoSell) ? .coSell : .forVisibilityOnly
    }
}

extension PrimaryNeedFromAws {
    var isCoSell: Bool { self != .doNotNeedSupportFromAwsSalesRep }
}

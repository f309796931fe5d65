import SellingShapes

// What an update is held to beyond its window, by where the review stands.

extension GetOpportunityResponse {
    /// In Sandbox as integrators see it nothing is taken while AWS looks or has rejected, not even an echo.
    func lockViolations(_ decision: ReviewStatus?, _ setting: OpportunitySetting) -> [RuleViolation] {
        guard setting.mode == .observed, decision == nil, EditWindow.of(reviewStatus).isShut else { return [] }
        return [
            RuleViolation(
                RuleCatalogue.observedLock,
                "lifeCycle.reviewStatus",
                .invalidResourceState,
                "The opportunity cannot be updated while its review status is '\(reviewStatus.rawValue)'.",
                offendingValue: reviewStatus.rawValue,
                wouldPass: "an update once AWS has approved or asks for a correction"
            )
        ]
    }

    /// What keeps the new content from being in good standing.
    func goodStandingViolations(
        _ content: OpportunityContent,
        _ stored: OpportunityContent,
        _ decision: ReviewStatus?,
        _ setting: OpportunitySetting
    ) -> [RuleViolation] {
        let standing = standing(of: content, setting)
        switch reviewStatus {
        case .pendingSubmission:
            // A draft may be as unfinished as its author.
            return observedViolations(standing)
        case .actionRequired where decision == nil:
            // It goes to AWS's reviewer again, who wants all that a submission has.
            return standing.violations()
        case .actionRequired, .approved:
            // A change is refused for what it breaks, not for what was broken already: a date that has passed since, or
            // what an inherited opportunity never had.
            let old = Set(self.standing(of: stored, setting).violations())
            let coSell = coSellViolations(content, stored)
            let told = Set(coSell.map(\.fieldName))
            return standing.violations().filter { !old.contains($0) && !told.contains($0.fieldName) } + coSell
        case .submitted, .inReview, .rejected, .unrecognized:
            return []
        }
    }

    private func standing(of content: OpportunityContent, _ setting: OpportunitySetting) -> OpportunityStanding {
        let involvement: SalesInvolvementType =
            OpportunityContent(self).involvement == .coSell ? .coSell : content.involvement
        return OpportunityStanding(content, relatedEntityIdentifiers, involvement, setting)
    }

    /// Co-selling is entered with all that AWS's sellers need, and not left again (field sheet of the older interface).
    private func coSellViolations(_ content: OpportunityContent, _ stored: OpportunityContent) -> [RuleViolation] {
        switch (stored.involvement, content.involvement) {
        case (.coSell, .forVisibilityOnly):
            return [
                RuleViolation(
                    RuleCatalogue.coSellStays,
                    OpportunityField.primaryNeeds.name,
                    .actionNotPermitted,
                    "A co-sell opportunity cannot become one for visibility only; PrimaryNeedsFromAws must keep a need.",
                    offendingValue: OpportunityField.primaryNeeds.text(in: content),
                    wouldPass: "at least one need that begins with Co-Sell"
                )
            ]
        case (.forVisibilityOnly, .coSell):
            return [OpportunityField.salesActivities, .nextSteps, .contacts].filter { $0.isMissing(in: content) }
                .map { field in
                    RuleViolation(
                        RuleCatalogue.coSellNeeds,
                        field.name,
                        .requiredFieldMissing,
                        "\(field.name) is required to change to co-selling.",
                        wouldPass: "any value that the model allows"
                    )
                }
        default:
            return []
        }
    }
}

public import SellingShapes

/// What a partner's UpdateOpportunity may change, by review state: one row for each state.
///
/// A member that is frozen keeps its stored value where an update leaves it out, may be echoed, and may not differ.
public struct EditWindow: Sendable {
    public let state: ReviewStatus
    public let frozen: Set<OpportunityField>
    public let rule: Rule

    /// Whether nothing at all may change.
    public var isShut: Bool { frozen.count == OpportunityField.all.count }

    public static let all: [EditWindow] = [
        EditWindow(.pendingSubmission, frozen: [.stage], RuleCatalogue.stageBeforeSubmission),
        EditWindow(.submitted, frozen: OpportunityField.all, RuleCatalogue.lockedInReview),
        EditWindow(.inReview, frozen: OpportunityField.all, RuleCatalogue.lockedInReview),
        EditWindow(.rejected, frozen: OpportunityField.all, RuleCatalogue.lockedInReview),
        EditWindow(
            .actionRequired,
            frozen: OpportunityField.all.filter { !correctable.contains($0) },
            RuleCatalogue.correctableFields
        ),
        EditWindow(.approved, frozen: frozenOnceApproved, RuleCatalogue.frozenOnceApproved),
    ]

    /// The window of a state; one that the model does not list is shut.
    public static func of(_ state: ReviewStatus) -> EditWindow {
        all.first { $0.state == state }
            ?? EditWindow(state, frozen: OpportunityField.all, RuleCatalogue.lockedInReview)
    }

    private init(_ state: ReviewStatus, frozen: [OpportunityField], _ rule: Rule) {
        self.state = state
        self.frozen = Set(frozen)
        self.rule = rule
    }

    /// What AWS's reviewer may ask to have corrected (UpdateOpportunity page; developer guide, updates).
    private static let correctable: Set<OpportunityField> = [
        .city, .countryCode, .postalCode, .stateOrRegion, .streetAddress, .websiteURL, .targetCloseDate,
        .customerSpend, .customerBusinessProblem, .partnerOpportunityIdentifier,
    ]

    /// What identifies the deal that was approved (developer guide, updates). The field sheet of the older interface
    /// also freezes CompanyName, OtherIndustry, StateOrRegion and NationalSecurity; the newer page does not.
    private static let frozenOnceApproved: [OpportunityField] = [
        .countryCode, .postalCode, .industry, .websiteURL, .customerBusinessProblem, .partnerOpportunityIdentifier,
        .title,
    ]

    /// What an update would change although it may not, each by its path.
    func violations(of sent: OpportunityContent, against stored: OpportunityContent) -> [RuleViolation] {
        OpportunityField.all.filter { frozen.contains($0) && differs($0, sent, stored) }
            .map { violation(of: $0, sent, stored) }
    }

    /// That a member is frozen and would change.
    func violation(
        of field: OpportunityField,
        _ sent: OpportunityContent,
        _ stored: OpportunityContent
    ) -> RuleViolation {
        RuleViolation(
            rule,
            field.name,
            .actionNotPermitted,
            "\(field.name) cannot be changed while the review status is '\(state.rawValue)'.",
            offendingValue: field.text(in: sent),
            // Not the stored value itself: it may be one that the request log must not show.
            wouldPass: field.isMissing(in: stored) ? "no value" : "the value that is stored, or no value"
        )
    }

    private func differs(_ field: OpportunityField, _ sent: OpportunityContent, _ stored: OpportunityContent) -> Bool {
        guard let value = field.value(in: sent) else { return false }
        return value != field.value(in: stored)
    }

    /// The sent content, with what is frozen as it is stored.
    func merged(_ sent: OpportunityContent, into stored: OpportunityContent) -> OpportunityContent {
        guard !isShut else { return stored }
        var merged = sent
        for field in OpportunityField.all where frozen.contains(field) { field.carry(from: stored, into: &merged) }
        return merged
    }
}

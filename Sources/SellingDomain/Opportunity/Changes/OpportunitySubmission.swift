public import SellingShapes

/// How a partner submits an opportunity to AWS.
public struct OpportunitySubmission: Sendable, Hashable {
    public let involvement: SalesInvolvementType
    public let visibility: Visibility

    /// - Parameter visibility: Full where the request does not say (SubmitOpportunity page).
    public init(involvement: SalesInvolvementType, visibility: Visibility?) {
        self.involvement = involvement
        self.visibility = visibility ?? .full
    }
}

extension GetOpportunityResponse {
    /// The opportunity after its submission, for the first time or once more after a correction.
    public func submitted(
        as submission: OpportunitySubmission,
        _ setting: OpportunitySetting
    ) throws(Refusal) -> GetOpportunityResponse {
        let violations = submissionViolations(submission, setting)
        guard violations.isEmpty else { throw .violations(violations) }
        var changed = self
        if submission.involvement == .forVisibilityOnly {
            // Captured twice: GetOpportunity answers this after a submission for visibility only.
            changed.primaryNeedsFromAws = [.doNotNeedSupportFromAwsSalesRep]
        }
        changed.lifeCycle?.reviewStatus = .submitted
        changed.touch(at: setting.now)
        return changed
    }

    /// Everything that keeps the opportunity from being submitted; its state alone, where that already does.
    public func submissionViolations(
        _ submission: OpportunitySubmission,
        _ setting: OpportunitySetting
    ) -> [RuleViolation] {
        guard ReviewLifecycle.allows(reviewStatus, .submitted, by: .submission) else { return [stateViolation] }
        let standing = OpportunityStanding(
            OpportunityContent(self),
            relatedEntityIdentifiers,
            submission.involvement,
            setting
        )
        return [closedLostViolation, engagementViolation(setting)].compactMap(\.self) + standing.violations()
    }

    private var stateViolation: RuleViolation {
        RuleViolation(
            RuleCatalogue.submittableState,
            "lifeCycle.reviewStatus",
            .invalidResourceState,
            // The text is the one that integrators report.
            "Only Pending Submission or action required opportunities can be submitted",
            offendingValue: reviewStatus.rawValue,
            wouldPass: ReviewLifecycle.submittable.map(\.rawValue).joined(separator: " or ")
        )
    }

    private func engagementViolation(_ setting: OpportunitySetting) -> RuleViolation? {
        guard setting.lacksCustomerProject else { return nil }
        return RuleViolation(
            RuleCatalogue.engagementProject,
            "identifier",
            .invalidResourceState,
            "The engagement of the opportunity has no CustomerProject context.",
            offendingValue: id,
            wouldPass: "CreateEngagementContext with Type CustomerProject first"
        )
    }

    private var closedLostViolation: RuleViolation? {
        guard lifeCycle?.stage == .closedLost else { return nil }
        return RuleViolation(
            RuleCatalogue.closedLostAtSubmission,
            "lifeCycle.stage",
            .invalidValue,
            "An opportunity in the stage 'Closed Lost' cannot be submitted.",
            offendingValue: Stage.closedLost.rawValue,
            wouldPass: "any other stage"
        )
    }
}

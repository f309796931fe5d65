public import SellingShapes

/// A reviewer's decision, with what the reviewer says of it.
public struct ReviewDecision: Sendable, Hashable {
    public let status: ReviewStatus
    public let comments: String?
    /// The code of a rejection or of a question.
    public let reason: String?

    public init(_ status: ReviewStatus, comments: String? = nil, reason: String? = nil) {
        self.status = status
        self.comments = comments
        self.reason = reason
    }
}

extension GetOpportunityResponse {
    /// The opportunity after AWS's reviewer has decided.
    public func reviewed(
        _ decision: ReviewDecision,
        _ setting: OpportunitySetting
    ) throws(Refusal) -> GetOpportunityResponse {
        guard ReviewLifecycle.allows(reviewStatus, decision.status, by: .reviewer) else {
            throw .violations([violation(of: decision)])
        }
        var changed = self
        changed.lifeCycle?.reviewStatus = decision.status
        changed.lifeCycle?.reviewComments = decision.comments
        changed.lifeCycle?.reviewStatusReason = decision.reason
        changed.touch(at: setting.now)
        return changed
    }

    private func violation(of decision: ReviewDecision) -> RuleViolation {
        let possible = ReviewStatus.modelled.filter { ReviewLifecycle.allows(reviewStatus, $0, by: .reviewer) }
        let names = possible.map(\.rawValue).joined(separator: ", ")
        return RuleViolation(
            RuleCatalogue.reviewMove,
            "decision",
            .invalidResourceState,
            "An opportunity in review status '\(reviewStatus.rawValue)' cannot become '\(decision.status.rawValue)'.",
            offendingValue: decision.status.rawValue,
            wouldPass: possible.isEmpty ? "an opportunity that was submitted" : "one of: \(names)"
        )
    }
}

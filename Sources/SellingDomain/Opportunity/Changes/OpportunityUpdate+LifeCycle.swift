import SellingShapes
import SmithyTypes

// The life cycle after an update: the partner's members as they are said, AWS's as they were, or as a simulated decision
// says.

extension GetOpportunityResponse {
    func lifeCycle(
        of content: OpportunityContent,
        _ decision: ReviewStatus?,
        _ sent: LifeCycle?,
        _ setting: OpportunitySetting
    ) -> LifeCycle {
        let stored = lifeCycle ?? LifeCycle()
        var next = content.lifeCycle ?? LifeCycle()
        next.stage = next.stage ?? .prospect
        next.nextStepsHistory = stored.history(adding: next.nextSteps, at: setting.now)
        if let decision {
            next.reviewStatus = decision
            next.reviewComments = sent?.reviewComments
            next.reviewStatusReason = sent?.reviewStatusReason
        } else {
            next.reviewStatus = reviewStatus == .actionRequired ? .submitted : stored.reviewStatus
            next.reviewComments = stored.reviewComments
            next.reviewStatusReason = stored.reviewStatusReason
        }
        return next
    }
}

extension LifeCycle {
    /// The history with a new text of next steps, where it is new: the last 50 are kept (model).
    func history(adding text: String?, at now: Timestamp) -> [NextStepsHistory]? {
        guard let text, !text.isEmpty, text != nextSteps else { return nextStepsHistory }
        let history = (nextStepsHistory ?? []) + [NextStepsHistory(time: now, value: text)]
        return Array(history.suffix(50))
    }
}

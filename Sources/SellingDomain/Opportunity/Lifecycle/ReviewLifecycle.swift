public import SellingShapes

/// Who moves the review of an opportunity.
public enum ReviewActor: Sendable, Hashable, CaseIterable {
    /// The partner, by SubmitOpportunity or the task that calls it.
    case submission
    /// The partner, by an UpdateOpportunity that answers AWS's questions.
    case correction
    /// AWS's reviewer, in either catalog.
    case reviewer
    /// The partner playing AWS's reviewer, by an UpdateOpportunity in catalog Sandbox.
    case simulatedReviewer
}

/// One step of the review.
public struct ReviewMove: Sendable, Hashable {
    public let from: ReviewStatus
    public let to: ReviewStatus
    public let by: ReviewActor

    public init(_ from: ReviewStatus, _ to: ReviewStatus, by actor: ReviewActor) {
        self.from = from
        self.to = to
        by = actor
    }
}

/// The review of an opportunity: its states are the model's ReviewStatus, its moves are this table.
public enum ReviewLifecycle {
    public static let moves: Set<ReviewMove> = Set(
        // SubmitOpportunity page; the text of a second submission (observed) names both states that can be submitted.
        [
            ReviewMove(.pendingSubmission, .submitted, by: .submission),
            ReviewMove(.actionRequired, .submitted, by: .submission),
            // Developer guide, updates: an opportunity that was corrected enters validation again.
            ReviewMove(.actionRequired, .submitted, by: .correction),
            ReviewMove(.submitted, .inReview, by: .reviewer),
        ]
            // Developer guide, lifecycle: the reviewer approves, rejects or asks.
            + decisions(from: [.submitted, .inReview], by: .reviewer)
            // Undocumented: whether a decision can be revised. AWS's side of a test bench may, from any state after
            // submission; the testing-in-sandbox page shows a partner deciding only from Submitted.
            + decisions(from: [.approved, .rejected, .actionRequired], by: .reviewer)
            + decisions(from: [.submitted, .inReview, .approved, .rejected, .actionRequired], by: .simulatedReviewer)
            + [.submitted, .approved, .rejected, .actionRequired].map {
                ReviewMove($0, .inReview, by: .simulatedReviewer)
            }
    )

    private static func decisions(from states: [ReviewStatus], by actor: ReviewActor) -> [ReviewMove] {
        states.flatMap { state in
            [.approved, .rejected, .actionRequired].filter { $0 != state }.map { ReviewMove(state, $0, by: actor) }
        }
    }

    /// Whether an actor may move the review so.
    public static func allows(_ from: ReviewStatus, _ to: ReviewStatus, by actor: ReviewActor) -> Bool {
        moves.contains(ReviewMove(from, to, by: actor))
    }

    /// The states that SubmitOpportunity takes.
    public static var submittable: [ReviewStatus] {
        ReviewStatus.modelled.filter { allows($0, .submitted, by: .submission) }
    }

    /// The decision that a partner's update makes in AWS's place; nil where it makes none.
    ///
    /// In catalog AWS the review is AWS's alone, and what a partner says of it is an echo (testing-in-sandbox page). In
    /// Sandbox the same value as stored is an echo too, and any other that a move allows is a decision.
    static func simulatedDecision(
        _ sent: LifeCycle?,
        on opportunity: GetOpportunityResponse
    ) -> ReviewStatus? {
        guard opportunity.catalog == .sandbox, let status = sent?.reviewStatus,
            allows(opportunity.reviewStatus, status, by: .simulatedReviewer)
        else { return nil }
        return status
    }
}

extension GetOpportunityResponse {
    /// Where the review stands. An opportunity that does not say is taken as submitted: nothing says that it is not.
    public var reviewStatus: ReviewStatus { lifeCycle?.reviewStatus ?? .submitted }

    /// Whether AWS has been asked to look at the opportunity.
    public var wasSubmitted: Bool { reviewStatus != .pendingSubmission }
}

import SellingShapes
public import SmithyTypes

/// What is left of what AWS's reviewer does by itself with one opportunity.
public struct ReviewPlan: Sendable, Hashable {
    /// May be none: then the steps have been taken and the last one asked the partner for a correction.
    public let steps: [ReviewStep]
    /// When the first of them is taken; nil while the partner has to submit again first.
    public let dueAt: Timestamp?

    public init(steps: [ReviewStep], dueAt: Timestamp?) {
        self.steps = steps
        self.dueAt = dueAt
    }

    /// Steps of which the first counts from an instant.
    public init(_ steps: [ReviewStep], from instant: Timestamp) {
        self.init(
            steps: steps,
            // Later than any year that can be spelled is never.
            dueAt: steps.first.map { instant.advanced(by: $0.after) ?? Timestamp.spellable.upperBound }
        )
    }

    /// The plan after another submission: the steps that are left count from there.
    public func resumed(at now: Timestamp) -> ReviewPlan {
        ReviewPlan(steps, from: now)
    }

    /// The plan once its first step has been taken; nil where nothing is left to do.
    ///
    /// The next step counts from when this one was due, not from when somebody got round to it.
    public var afterFirstStep: ReviewPlan? {
        guard let first = steps.first, let dueAt else { return nil }
        let rest = Array(steps.dropFirst())
        if first.decision.status == .actionRequired { return ReviewPlan(steps: rest, dueAt: nil) }
        return rest.isEmpty ? nil : ReviewPlan(rest, from: dueAt)
    }
}

public import SellingShapes
public import SmithyTypes

/// How AWS's reviewer acts by itself, in both catalogs alike. A reviewer that is only played by hand has no rules.
public struct ReviewPolicy: Sendable, Hashable {
    /// The first that is about a submission decides.
    public let rules: [ReviewRule]
    /// After how long every other submission is approved; nil where somebody has to decide.
    public let approvedAfter: CalendarDuration?

    /// Whoever runs Cosell decides everything.
    public static let manual = ReviewPolicy(rules: [], approvedAfter: nil)

    public init(rules: [ReviewRule], approvedAfter: CalendarDuration?) {
        self.rules = rules
        self.approvedAfter = approvedAfter
    }

    /// What the reviewer does with a submission, step by step; nothing where it is left to somebody.
    public func steps(for opportunity: GetOpportunityResponse, account: String) -> [ReviewStep] {
        if let rule = rules.first(where: { $0.condition.holds(for: opportunity, account: account) }) {
            return rule.steps
        }
        return approvedAfter.map { [ReviewStep(after: $0, decision: ReviewDecision(.approved))] } ?? []
    }
}

/// What the reviewer does with the submissions that a condition holds for.
public struct ReviewRule: Sendable, Hashable {
    public let condition: SubmissionCondition
    /// None leaves the submission to somebody.
    public let steps: [ReviewStep]

    public init(condition: SubmissionCondition, steps: [ReviewStep]) {
        self.condition = condition
        self.steps = steps
    }
}

/// One thing that the reviewer does.
public struct ReviewStep: Sendable, Hashable {
    /// Since the step before; since the submission for the first, and for one that follows a correction.
    public let after: CalendarDuration
    public let decision: ReviewDecision

    public init(after: CalendarDuration, decision: ReviewDecision) {
        self.after = after
        self.decision = decision
    }
}

extension [ReviewStep] {
    /// The first step whose decision the review's state does not allow by then, where every step before it is taken
    /// and every question is answered by another submission; nil where all can be taken.
    public var firstImpossible: Int? {
        var status = ReviewStatus.submitted
        for (index, step) in enumerated() {
            guard ReviewLifecycle.allows(status, step.decision.status, by: .reviewer) else { return index }
            status = step.decision.status == .actionRequired ? .submitted : step.decision.status
        }
        return nil
    }
}

/// Which submissions a rule is about: those for which everything holds that it says.
public struct SubmissionCondition: Sendable, Hashable {
    /// Part of the project's title; capitals do not matter.
    public let titleContains: String?
    /// Part of the customer's company name; capitals do not matter.
    public let companyContains: String?
    /// The partner's account.
    public let accountIdentifier: String?
    public let catalog: CatalogIdentifier?

    public init(
        titleContains: String? = nil,
        companyContains: String? = nil,
        accountIdentifier: String? = nil,
        catalog: CatalogIdentifier? = nil
    ) {
        self.titleContains = titleContains
        self.companyContains = companyContains
        self.accountIdentifier = accountIdentifier
        self.catalog = catalog
    }

    func holds(for opportunity: GetOpportunityResponse, account: String) -> Bool {
        Self.isPart(titleContains, of: opportunity.project?.title)
            && Self.isPart(companyContains, of: opportunity.customer?.account?.companyName)
            && (accountIdentifier == nil || accountIdentifier == account)
            && (catalog == nil || catalog == opportunity.catalog)
    }

    private static func isPart(_ part: String?, of text: String?) -> Bool {
        guard let part else { return true }
        return (text ?? "").lowercased().contains(part.lowercased())
    }
}

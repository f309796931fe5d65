public import SellingShapes

/// Why a task failed, though its request was in order: answered with status 200, FAILED, a ReasonCode and a Message
/// (`RuleCatalogue.taskFailure`).
public struct TaskFailure: Error, Sendable, Hashable {
    public let reason: ReasonCode
    public let message: String
    /// The rules that were broken, for whoever asks why.
    public let violations: [RuleViolation]

    /// A failure as it was kept.
    public init(_ reason: ReasonCode, message: String) {
        self.reason = reason
        self.message = message
        violations = []
    }

    /// A failure that has no member for its cause.
    public init(_ reason: ReasonCode, because sentence: String) {
        self.init(reason, message: "\(reason.inCapitals) \(sentence)")
    }

    /// A failure of some violations, of which there is at least one.
    ///
    /// The message has the form that integrators report: the reason in capitals, then what is wrong with which member,
    /// `OPPORTUNITY_VALIDATION_FAILED project.salesActivities is required`. Undocumented: how several are joined.
    public init(_ reason: ReasonCode, _ violations: [RuleViolation]) {
        self.reason = reason
        self.violations = violations
        let details = violations.map(\.taskDetail).joined(separator: "; ")
        // A value that a message repeats may hold U+0000, which no column for text can.
        message = "\(reason.inCapitals) \(details)".replacing("\u{0}", with: "\u{FFFD}")
    }

    /// A failure of a submission. Undocumented: which violation has which reason; they are told apart by the names of
    /// the reasons. What an opportunity says is validated; a state that takes no submission fails the submission.
    public init(ofSubmission violations: [RuleViolation]) {
        let reason: ReasonCode =
            switch violations.map(\.rule) {
            case [RuleCatalogue.submittableState]: .opportunitySubmissionFailed
            case [RuleCatalogue.engagementProject]: .engagementValidationFailed
            default: .opportunityValidationFailed
            }
        self.init(reason, violations)
    }
}

extension RuleViolation {
    fileprivate var taskDetail: String {
        code == .requiredFieldMissing ? "\(fieldName) is required" : "\(fieldName): \(message)"
    }
}

extension ReasonCode {
    /// `OpportunityValidationFailed` as `OPPORTUNITY_VALIDATION_FAILED`.
    var inCapitals: String {
        var words = ""
        for character in rawValue {
            if character.isUppercase, !words.isEmpty { words.append("_") }
            words += character.uppercased()
        }
        return words
    }
}

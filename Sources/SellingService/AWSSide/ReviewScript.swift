import AWSJSON
public import SellingDomain
import SellingShapes
public import SmithyTypes

/// What is wrong with a script of AWS's reviewer, and where.
public struct ReviewScriptMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// `line 3` where it is no JSON, else the path: `[0].then[1].after`. Empty for the whole.
    public let place: String
    public let problem: String

    public var description: String { place.isEmpty ? problem : "\(place): \(problem)" }
}

extension ReviewPolicy {
    /// Reads a script: a JSON list of rules, of which the first that is about a submission decides.
    ///
    ///     [{"when": {"titleContains": "typo", "companyContains": "…", "accountId": "123456789012",
    ///                "catalog": "Sandbox"},
    ///       "then": [{"after": "PT2H", "decision": "Action Required", "comments": "…", "reason": "…"},
    ///                {"after": "P1D", "decision": "Approved"}]}]
    ///
    /// Everything in `when` may be left out, and so may `when`; `after` (ISO 8601) counts from the step before, or from
    /// the submission. After `Action Required` the rest waits until the partner has submitted again.
    ///
    /// - Parameter approvedAfter: for every submission that no rule is about.
    public init(script bytes: [UInt8], approvedAfter: CalendarDuration? = nil) throws(ReviewScriptMistake) {
        let rules = try ScriptValue(bytes).list().map { value throws(ReviewScriptMistake) in
            try ReviewRule(value)
        }
        self.init(rules: rules, approvedAfter: approvedAfter)
    }
}

extension ReviewRule {
    fileprivate init(_ value: ScriptValue) throws(ReviewScriptMistake) {
        let members = try value.members(["when", "then"])
        guard let then = members["then"] else { throw value.mistake("a rule needs 'then', a list of steps") }
        let steps = try then.steps()
        if let index = steps.firstImpossible {
            let decision = steps[index].decision.status.rawValue
            throw ScriptValue(.null, at: "\(then.place)[\(index)].decision").mistake(
                "the review cannot become '\(decision)' after the steps before"
            )
        }
        self.init(condition: try SubmissionCondition(members["when"]), steps: steps)
    }
}

extension SubmissionCondition {
    fileprivate init(_ value: ScriptValue?) throws(ReviewScriptMistake) {
        let members = try value?.members(["titleContains", "companyContains", "accountId", "catalog"]) ?? [:]
        self.init(
            titleContains: try members["titleContains"]?.text(),
            companyContains: try members["companyContains"]?.text(),
            accountIdentifier: try members["accountId"]?.account(),
            catalog: try members["catalog"].map { value throws(ReviewScriptMistake) in
                CatalogIdentifier(rawValue: try value.text(oneOf: CatalogIdentifier.modelled.map(\.rawValue)))
            }
        )
    }
}

extension ScriptValue {
    private static let decisions: [ReviewStatus] = [.inReview, .approved, .rejected, .actionRequired]

    fileprivate func steps() throws(ReviewScriptMistake) -> [ReviewStep] {
        try list().map { value throws(ReviewScriptMistake) in try value.step() }
    }

    private func step() throws(ReviewScriptMistake) -> ReviewStep {
        let members = try members(["after", "decision", "comments", "reason"])
        guard let after = members["after"] else { throw mistake("a step needs 'after', such as \"PT2H\"") }
        guard let decision = members["decision"] else { throw mistake("a step needs 'decision'") }
        return ReviewStep(
            after: try after.duration(),
            decision: ReviewDecision(
                ReviewStatus(rawValue: try decision.text(oneOf: Self.decisions.map(\.rawValue))),
                comments: try members["comments"]?.text(),
                reason: try members["reason"]?.text()
            )
        )
    }

    private func duration() throws(ReviewScriptMistake) -> CalendarDuration {
        let text = try text()
        guard let duration = CalendarDuration(iso8601: text) else {
            throw mistake("'\(text)' is no ISO 8601 duration, such as PT2H or P1D")
        }
        return duration
    }

    fileprivate func account() throws(ReviewScriptMistake) -> String {
        let text = try text()
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw mistake("'\(text)' is no account, which is 12 digits in quotes")
        }
        return text
    }
}

/// The steps of a plan as its table keeps them: a script's list of steps.
extension [ReviewStep] {
    init(stored bytes: [UInt8]) throws {
        self = try ScriptValue(bytes).steps()
    }

    func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.freeForm(.list(map(\.document)))
        return writer.bytes
    }
}

extension ReviewStep {
    fileprivate var document: Document {
        let members = [
            ("after", after.iso8601), ("decision", decision.status.rawValue), ("comments", decision.comments),
            ("reason", decision.reason),
        ]
        return .object(
            members.compactMap { name, text in
                text.map { DocumentMember(name: name, value: .string($0)) }
            }
        )
    }
}

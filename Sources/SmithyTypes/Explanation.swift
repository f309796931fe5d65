/// Why a request was refused, or what a person should know of an answer: for the request log, never for the wire.
///
/// An error's value carries its explanations from where the rule spoke to where the log is written. Their
/// sentences hold no member's value; what was sent, or is stored, stands in `offendingValue`, `suggestion` and maybe
/// `wouldPass` alone, so that a log can leave it out where the model calls the member sensitive.
public struct Explanation: Sendable, Hashable {
    /// `association.limit`: aggregate, dot, what it is about.
    public let rule: String
    /// What the rule says, without any member's value.
    public let sentence: String
    /// Where the sentence comes from.
    public let evidence: String
    /// How sure we are that the real service behaves so, in one word; `cosell` where it is Cosell's own doing.
    public let certainty: String
    /// Lower camel case, dotted, without indexes: as AWS spells it. Nil where it is about no member.
    public let fieldName: String?
    /// What was sent, shortened; nil where something was not.
    public let offendingValue: String?
    /// What would have been accepted, in words.
    public let wouldPass: String?
    /// The accepted value that was probably meant. It tells of the offending one.
    public let suggestion: String?
    /// Whether the words of `wouldPass`, and of the answer's message, may hold a value too.
    public let wordsMayTell: Bool

    public init(
        rule: String,
        sentence: String,
        evidence: String,
        certainty: String,
        fieldName: String? = nil,
        offendingValue: String? = nil,
        wouldPass: String? = nil,
        suggestion: String? = nil,
        wordsMayTell: Bool = false
    ) {
        self.rule = rule
        self.sentence = sentence
        self.evidence = evidence
        self.certainty = certainty
        self.fieldName = fieldName
        self.offendingValue = offendingValue.map(Self.shortened)
        self.wouldPass = wouldPass
        self.suggestion = suggestion
        self.wordsMayTell = wordsMayTell
    }

    /// Whether anything but the rule itself is told.
    public var mayTell: Bool { offendingValue != nil || suggestion != nil || wordsMayTell }

    /// The same without what tells of the member's value, in whose place a mark stands.
    public func withoutValues(mark: String) -> Explanation {
        Explanation(
            rule: rule,
            sentence: sentence,
            evidence: evidence,
            certainty: certainty,
            fieldName: fieldName,
            offendingValue: offendingValue.map { _ in mark },
            wouldPass: wordsMayTell ? wouldPass.map { _ in mark } : wouldPass
        )
    }

    /// Enough to recognise a value by, and no more than a log should keep of one.
    private static let mostScalars = 200

    private static func shortened(_ value: String) -> String {
        let shown = String(String.UnicodeScalarView(value.unicodeScalars.prefix(mostScalars)))
        return shown.utf8.count < value.utf8.count ? shown + "…" : value
    }
}

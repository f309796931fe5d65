/// How sure we are that the real service behaves so.
public enum Certainty: String, Sendable, CaseIterable {
    /// The service model says it.
    case model
    /// AWS's documentation says it.
    case documented
    /// A recorded answer of the real service shows it.
    case captured
    /// Integrators report it.
    case observed
    /// Nobody says it; it is the safest reading of what is said.
    case inferred
}

/// A business rule of the service: one sentence, and why we believe it.
public struct Rule: Sendable, Hashable {
    /// `association.limit`: aggregate, dot, what it is about.
    public let identifier: String
    public let sentence: String
    /// Where the sentence comes from.
    public let evidence: String
    public let certainty: Certainty

    public init(_ identifier: String, _ sentence: String, evidence: String, _ certainty: Certainty) {
        self.identifier = identifier
        self.sentence = sentence
        self.evidence = evidence
        self.certainty = certainty
    }
}

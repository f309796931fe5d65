/// A pattern of the service model, ready to be written into generated code.
public struct CompiledPattern: Hashable, Sendable {
    /// The regular expression as the model states it.
    public let source: String
    /// The lengths that can match, in Unicode scalars; nil when every length can.
    public let length: ClosedRange<Int>?
    /// What the scalars must spell, apart from the length; nil when they may spell anything.
    public let notation: AutomatonNotation?
    let automaton: MinimalAutomaton?

    /// The number of states of the automaton; zero when the pattern is a length only.
    public var stateCount: Int { automaton?.successors.count ?? 0 }

    init(source: String, width: PatternWidth, automaton: MinimalAutomaton) throws(PatternFault) {
        let ownWidth = automaton.width
        let possible = width.intersection(ownWidth)
        guard possible.minimum <= possible.maximum ?? .max else { throw .matchesNothing }
        self.source = source
        self.automaton = automaton.acceptsEverything ? nil : automaton
        notation = automaton.acceptsEverything ? nil : AutomatonNotation(automaton)
        // Where the automaton alone sets the length, it is stated only to refuse a text that is far too long unread.
        let isStated = possible.maximum != nil || possible.minimum > ownWidth.minimum
        length = isStated ? possible.minimum...(possible.maximum ?? .max) : nil
    }

    /// Whether the whole text matches, by the same rules as the generated code; for tests, and without its speed.
    public func matches(_ text: String) -> Bool {
        guard length?.contains(text.unicodeScalars.count) ?? true else { return false }
        return automaton?.accepts(text.unicodeScalars) ?? true
    }
}

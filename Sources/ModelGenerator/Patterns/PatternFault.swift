/// Why a pattern could not be compiled.
public enum PatternFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The construct is legal in Java, but no finite automaton expresses it, or this compiler does not know it.
    case unsupported(String)
    /// The text is not a regular expression in Java's syntax.
    case malformed(String)
    /// The automaton would exceed a limit.
    case tooLarge(String)
    /// No text matches: the pattern cannot mean what it says.
    case matchesNothing

    public var description: String {
        switch self {
        case .unsupported(let construct): "\(construct) is not supported"
        case .malformed(let complaint): complaint
        case .tooLarge(let complaint): complaint
        case .matchesNothing: "no text matches it"
        }
    }
}

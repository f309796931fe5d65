/// Turns the patterns of a service model into automata, when code is generated.
///
/// A pattern is read as Java reads it, for the services are written in Java, and must match the whole text: `^` at the
/// start and `$` at the end say nothing more, and `$` is the end of the text, never the place before a final line
/// break. A length is counted in Unicode scalars.
public enum PatternCompiler {
    /// The most states that an emitted automaton has.
    public static let mostStates = 4_000
    /// What the runtime's tables have room for.
    private static let mostClasses = 250

    /// - Parameters:
    ///   - source: The regular expression as the model states it.
    ///   - shape: The shape that has the pattern, for the error.
    /// - Throws: `PatternError` for a backreference, a possessive quantifier, an unknown property or flag, a syntax
    ///   error, and for a pattern whose automaton would be too large.
    public static func compile(_ source: String, shape: String? = nil) throws(PatternError) -> CompiledPattern {
        do throws(PatternFault) {
            return try compiled(source)
        } catch {
            throw PatternError(shape: shape, source: source, fault: error)
        }
    }

    private static func compiled(_ source: String) throws(PatternFault) -> CompiledPattern {
        let factoring = LengthFactoring(try PatternParser.parse(source))
        let program = try PatternProgram(factoring.rest)
        guard let automaton = try Determinizer.automaton(of: program).minimized() else { throw .matchesNothing }
        let stateCount = automaton.successors.count
        guard stateCount <= mostStates, automaton.classes.count <= mostClasses else {
            throw .tooLarge("its automaton is too large: \(stateCount) states, \(automaton.classes.count) classes")
        }
        return try CompiledPattern(source: source, width: factoring.length, automaton: automaton)
    }
}

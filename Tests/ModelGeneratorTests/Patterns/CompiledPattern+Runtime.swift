import AWSJSON
import ModelGenerator

extension CompiledPattern {
    /// The pattern as generated code builds it: from the very strings that are emitted.
    var runtime: Pattern {
        Pattern(
            source: source,
            length: length,
            automaton: notation.map { Automaton(classes: $0.classes, states: $0.states) }
        )
    }

    /// The pattern without its length, so that no text is refused unread.
    var runtimeWithoutLength: Pattern {
        Pattern(source: source, automaton: notation.map { Automaton(classes: $0.classes, states: $0.states) })
    }
}

/// Whether the regular expression, compiled and rebuilt, matches the text.
func matches(_ source: String, _ text: String) throws(PatternError) -> Bool {
    try PatternCompiler.compile(source).runtime.matches(text)
}

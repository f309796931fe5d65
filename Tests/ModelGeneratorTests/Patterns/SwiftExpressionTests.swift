import ModelGenerator
import Testing

@Suite("The Swift expression of a pattern")
struct SwiftExpressionTests {
    @Test("is one line where that is short enough")
    func oneLine() throws {
        #expect(
            try PatternCompiler.compile("S[0-9]{9}").swiftInitializer
                == #"Pattern(source: "S[0-9]{9}", length: 10...10, automaton: Automaton("#
                + #"classes: "S 0-9", states: "a+ *b="))"#
        )
        #expect(
            try PatternCompiler.compile("(?s).{0,120}").swiftInitializer
                == #"Pattern(source: "(?s).{0,120}", length: 0...120)"#
        )
        #expect(
            try PatternCompiler.compile("(?s).+").swiftInitializer == #"Pattern(source: "(?s).+", length: 1...Int.max)"#
        )
    }

    @Test("quotes the source so that backslashes, quotation marks and control characters survive")
    func quoting() throws {
        #expect(try PatternCompiler.compile(#"(?s)\d*.*"#).swiftInitializer == ##"Pattern(source: #"(?s)\d*.*"#)"##)
        #expect(
            try PatternCompiler.compile(##"(?s)("#|\n)?.*"##).swiftInitializer
                == ###"Pattern(source: ##"(?s)("#|\n)?.*"##)"###
        )
        #expect(
            try PatternCompiler.compile("(?s)é?\n?.*").swiftInitializer == #"Pattern(source: "(?s)\u{E9}?\u{A}?.*")"#
        )
        #expect(
            try PatternCompiler.compile("(?s)é?\\n?.*").swiftInitializer
                == ##"Pattern(source: #"(?s)\#u{E9}?\n?.*"#)"##
        )
    }

    @Test("stays within 120 columns and follows the indentation of its line")
    func wrapping() throws {
        for pattern in SellingPattern.all {
            let compiled = try PatternCompiler.compile(pattern.source)
            let lines = compiled.swiftInitializer(indentedBy: 4, column: 50).split(separator: "\n")
            #expect(lines[0].count <= 70)
            #expect(lines.allSatisfy { $0.count <= 120 })
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    ") })
        }
    }

    @Test("breaks long strings into lines that mean the same")
    func longStrings() throws {
        let source = String(repeating: "ab? ", count: 40)
        let expected = """
            Pattern(
                source: \"""
                    \(String(repeating: "ab? ", count: 27))\\
                    \(String(repeating: "ab? ", count: 13))
                    \""",
            """
        #expect(try PatternCompiler.compile(source).swiftInitializer.hasPrefix(expected))
    }

    @Test("is the same whenever it is generated")
    func deterministic() throws {
        for pattern in SellingPattern.all {
            let first = try PatternCompiler.compile(pattern.source)
            #expect(try PatternCompiler.compile(pattern.source) == first)
        }
    }
}

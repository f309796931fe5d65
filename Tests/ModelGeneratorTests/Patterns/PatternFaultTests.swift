import ModelGenerator
import Testing

@Suite("A pattern that cannot be compiled")
struct PatternFaultTests {
    @Test("is named with its shape and the construct")
    func description() {
        let error = #expect(throws: PatternError.self) {
            try PatternCompiler.compile(#"(a)\1"#, shape: "StringDateTime")
        }
        #expect(error?.fault == .unsupported(#"the backreference \1"#))
        #expect(
            error?.description
                == "The pattern of StringDateTime cannot be compiled: "
                + #"the backreference \1 is not supported. Pattern: (a)\1"#
        )
    }

    @Test(
        "has a construct that no automaton expresses or that is not known here",
        arguments: [
            #"(?<a>x)\k<a>"#, "(?>a+)b", "a++b", "(?m)^a", "(?x) a", #"\p{IsGreek}"#, #"\p{javaLowerCase}"#, #"\X"#,
            #"(?<=a(?=b))b"#, #"(?<=a$)"#, #"(?i)\p{Lu}"#, #"\b{g}"#,
        ]
    )
    func unsupported(source: String) throws {
        let error = try #require(#expect(throws: PatternError.self) { try PatternCompiler.compile(source) })
        guard case .unsupported = error.fault else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(
        "is not legal in Java",
        arguments: [
            "(a", "a)", "[a", "[z-a]", #"[a-\d]"#, "*a", "a**", "a{2,1}", "a{", "a{x}", "a{2", #"\y"#, #"a\"#, #"\x4"#,
            #"\u12"#, #"\p{L"#, "(?q)a", #"[\b]"#, "[a&&]",
        ]
    )
    func malformed(source: String) throws {
        let error = try #require(#expect(throws: PatternError.self) { try PatternCompiler.compile(source) })
        guard case .malformed = error.fault else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("would be too large", arguments: ["a{1000000}", "(a{1000}b?){1000}", "(a|b)*a(a|b){12}c", ".*a.{4000}b"])
    func tooLarge(source: String) throws {
        let error = try #require(#expect(throws: PatternError.self) { try PatternCompiler.compile(source) })
        guard case .tooLarge = error.fault else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("matches nothing", arguments: ["a^b", "a$b", #"[^\s\S]"#, "(?=.{2,3}$)(?=.{5,9}$).*", "(?!.*$).*"])
    func matchesNothing(source: String) throws {
        let error = try #require(#expect(throws: PatternError.self) { try PatternCompiler.compile(source) })
        #expect(error.fault == .matchesNothing)
    }

    @Test("is not one with a possessive quantifier that has no choice")
    func possessive() throws {
        #expect(try matches("[0-9A-Z]{2}+", "A7"))
        #expect(try !matches("[0-9A-Z]{2}+", "A7A7"))
    }
}

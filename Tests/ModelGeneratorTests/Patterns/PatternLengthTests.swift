import ModelGenerator
import Testing

@Suite("A count becomes a length")
struct PatternLengthTests {
    @Test(
        "alone, when any scalar will do",
        arguments: [
            ("(?s).{0,255}", 0...255), ("(?s).{20,2000}", 20...2000), ("^(?s).{3}$", 3...3), ("(?s).+", 1...Int.max),
            (#"[\s\S]{1,64}"#, 1...64), ("(?s)(?=.{0,80}$).{4,255}", 4...80),
        ]
    )
    func lengthOnly(source: String, length: ClosedRange<Int>) throws {
        let pattern = try PatternCompiler.compile(source)
        #expect(pattern.length == length)
        #expect(pattern.notation == nil)
        #expect(pattern.stateCount == 0)
    }

    @Test("unless it says nothing")
    func everything() throws {
        let pattern = try PatternCompiler.compile("(?s).*")
        #expect(pattern.length == nil)
        #expect(pattern.notation == nil)
    }

    @Test(
        "next to an automaton without counters, when all else has a fixed length",
        arguments: [
            (".{1,255}", 1...255, 1), ("O[0-9]{1,19}", 2...20, 2), ("eng-[0-9a-z]{14}", 18...18, 5),
            ("(?=.{1,1000}$)[a-z]+(/[a-z]+)*", 1...1000, 2), ("(ab|cd){0,50}", 0...100, 3),
            ("(?=.{4,255}$)a.*", 4...255, 2),
        ]
    )
    func factored(source: String, length: ClosedRange<Int>, stateCount: Int) throws {
        let pattern = try PatternCompiler.compile(source)
        #expect(pattern.length == length)
        #expect(pattern.stateCount == stateCount)
    }

    @Test("but stays in the automaton where the length would not tell the counts apart")
    func notFactored() throws {
        let pattern = try PatternCompiler.compile("a{1,9}b{1,9}")
        #expect(pattern.stateCount > 10)
        #expect(pattern.length == 2...18)
        #expect(try PatternCompiler.compile("[a-z]{1,9}(-[0-9]+)?").length == nil)
        #expect(try PatternCompiler.compile("([ab]|cc){2,9}").length == 2...18)
    }

    @Test("is counted in Unicode scalars")
    func scalars() throws {
        #expect(try matches("(?=.{2,3}$).*", "😀😀😀"))
        #expect(try !matches("(?=.{2,3}$).*", "e\u{301}e\u{301}"))
        #expect(try !matches("(?s).{1}", "\r\n"))
    }
}

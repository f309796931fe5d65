import AWSJSON
import ModelGenerator
import Testing

@Suite("A hostile text of a mebibyte")
struct HostileInputTests {
    private static let length = 1 << 20

    @Test("is judged in one pass by every pattern of the Selling model", arguments: SellingPattern.all)
    func mebibyte(pattern: SellingPattern) throws {
        let compiled = try PatternCompiler.compile(pattern.source, shape: pattern.shape)
        let longest = (compiled.length?.lowerBound ?? 0) + 100
        let examples = PatternExamples(compiled, longest: longest)
        var generator = SeededGenerator(seed: 1)
        let start = try #require(examples.draw(using: &generator))
        for scalar in examples.alphabet(using: &generator).shuffled(using: &generator).prefix(4) {
            let text = start + String(repeating: String(scalar), count: Self.length / scalar.utf8.count)
            #expect(!compiled.runtime.matches(text) || compiled.length == nil)
            _ = compiled.runtimeWithoutLength.matches(text)
        }
        _ = compiled.runtimeWithoutLength.matches(
            String(repeating: start, count: Self.length / max(1, start.utf8.count))
        )
    }

    @Test(
        "cannot make an ambiguous pattern slow",
        arguments: [
            "(a+)+", "(a|a)*", "(a|aa)+", "(.*a){12}", "(a*)*(a*)*", "([a-z]+)*[A-Z]", "^(([a-z])+.)+[A-Z]([a-z])+$",
        ]
    )
    func ambiguous(source: String) throws {
        let pattern = try PatternCompiler.compile(source).runtime
        let text = String(repeating: "a", count: Self.length)
        #expect(!pattern.matches(text + "!"))
        _ = pattern.matches(text)
    }
}

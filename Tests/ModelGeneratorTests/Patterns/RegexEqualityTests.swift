import AWSJSON
import ModelGenerator
import Testing

@Suite("Every pattern of the Selling model")
struct RegexEqualityTests {
    @Test("is there to be tested")
    func modelIsRead() {
        #expect(SellingPattern.all.count >= 49)
    }

    @Test(
        "gives the verdict of a regular expression engine on members, near misses and strangers",
        arguments: SellingPattern.all
    )
    func samples(pattern: SellingPattern) throws {
        let compiled = try PatternCompiler.compile(pattern.source, shape: pattern.shape)
        // Beyond some twenty scalars the engine may not come back from a catastrophic pattern.
        let usual = min(compiled.length?.upperBound ?? .max, 2_100)
        let longest = pattern.isCatastrophic ? 18 : compiled.length == nil ? 160 : usual
        var texts = SampleTexts(of: compiled, longest: longest, seed: 20_220_726)
        let members = texts.membersAndNearMisses(count: 32)
        try expectEqualVerdicts(compiled, on: members + texts.strangers(count: 64))
    }

    @Test("gives that verdict on all short texts over its own alphabet", arguments: SellingPattern.all)
    func shortTexts(pattern: SellingPattern) throws {
        let compiled = try PatternCompiler.compile(pattern.source, shape: pattern.shape)
        var generator = SeededGenerator(seed: 7)
        let alphabet = PatternExamples(compiled, longest: 0).alphabet(using: &generator)
        let length = (1...9).last { powerOf($0, alphabet.count) <= 1_500 } ?? 1
        try expectEqualVerdicts(compiled, on: SampleTexts.all(over: alphabet, upTo: length))
    }

    @Test("accepts what is drawn from it, at its least and at its greatest length", arguments: SellingPattern.all)
    func lengths(pattern: SellingPattern) throws {
        let compiled = try PatternCompiler.compile(pattern.source, shape: pattern.shape)
        guard let length = compiled.length, length.upperBound < .max else { return }
        let examples = PatternExamples(compiled, longest: length.upperBound)
        #expect(examples.lengths.first == length.lowerBound)
        #expect(examples.lengths.last == length.upperBound)
        var generator = SeededGenerator(seed: 11)
        for bound in [length.lowerBound, length.upperBound] {
            let text = try #require(examples.draw(length: bound, using: &generator))
            #expect(compiled.runtime.matches(text))
            #expect(!compiled.runtime.matches(text + String(repeating: text.last ?? "x", count: length.count)))
        }
    }

    private func powerOf(_ exponent: Int, _ base: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * base }
    }
}

@Suite("A construct, on all short texts over a small alphabet,")
struct ConstructEqualityTests {
    @Test(
        "gives the verdict of a regular expression engine",
        arguments: [
            "a{2,5}", "(a|b){2,3}c", "a[bc]{2,9}a", "([ab]{2}){2,9}", "(ab?){2,8}", "(a*b*)*c", "(a|ab)(c|bc)",
            "a??b+?c*?", "(?:a|b|)c", "^a$|^b+$", "(^a|b$)", "$|^a", "(a$)*",
            "(?=.{2,4}$)[ab]+c?", "(?=a)[abc]{1,9}", "(?=.*c)(?=.*a)[abc]*", "(?!ab)[abc]*", "(?!.*aa)[abc]*",
            "(?!a*$)[ab]+", "a(?!b).*", "((?!aa).)*", "(a(?=b)|b(?!b))*c?", "((?!(a(?!b))).)*", "[abc]*(?<!c)",
            "(?<=)a", "(a|b(?<!ab))*", "[abc]*(?<=ab)c*", "\\ba+\\b.?", "a\\Bb.*", "(?=(ab|c)+$)[abc]*",
            "(?!(^a|.*b$))[abc]*", "(?=^..$)(a|b)*", "(?!(?=ab)|c).*", "(?!(?!a)).*",
        ]
    )
    func construct(source: String) throws {
        let compiled = try PatternCompiler.compile(source)
        try expectEqualVerdicts(compiled, on: SampleTexts.all(over: ["a", "b", "c"], upTo: 6))
        try expectEqualVerdicts(compiled, on: SampleTexts.all(over: ["a", "\n", "é", "_"], upTo: 4))
    }
}

private func expectEqualVerdicts(_ compiled: CompiledPattern, on texts: [String]) throws {
    let reference = try ReferenceRegex(compiled.source)
    let pattern = compiled.runtime
    for text in texts {
        let verdict = pattern.matches(text)
        guard verdict != reference.matches(text) || verdict != compiled.matches(text) else { continue }
        Issue.record("The pattern \(compiled.source) is wrong on \(text.debugDescription): \(verdict)")
    }
}

import AWSJSON
import ModelGenerator
import Testing

@Suite("A class in brackets")
struct BracketClassTests {
    @Test(
        "contains what Java says it contains",
        arguments: [
            ("[a-c]", "abc", "d-`"), ("[^a-c]", "dé\n😀", "abc"), ("[-a]", "-a", "b"), ("[a-]", "-a", "b"),
            (#"[a\-z]"#, "-az", "b"), ("[]a]", "]a", "["), ("[^]a]", "b[", "]a"), (#"[\w-.]"#, "w-._", "+"),
            ("[a-c-e]", "abc-e", "d"), ("[+--]", "+,-", "*."), ("[a[bc]d]", "abcd", "[]"), ("[^a[bc]]", "d[]", "abc"),
            ("[a-z&&[^aeiou]]", "bcz", "aeA"), ("[a-z&&b-d&&c]", "c", "bd&"), ("[a&b]", "a&b", "c"),
            ("[.$*+?|(){}^]", ".$*+?|(){}^", "a\\"), (#"[\s\S]"#, "a \n\u{2028}😀", ""),
            (#"[\u00A0-\uD7FF\uE000-\uFFFD]"#, "\u{A0}\u{D7FF}\u{E000}\u{FFFD}", "\u{9F}\u{FFFE}\u{10000}"),
            (#"[\uD800\uDC00-\uDBFF\uDFFF]"#, "\u{10000}\u{10FFFF}", "\u{FFFF}"),
            (#"[\000-\037]"#, "\u{0}\u{1F}", " 0"),
            (#"[\p{L}\p{N}_.:/=+\-@]"#, "aé7_.:/=+-@", " \u{301}"), (#"[\p{Print}&&[^|:/]]"#, "a ~", "|:/\n"),
            (#"[\P{M}\p{M}]"#, "a\u{301}", ""), ("[^\\p{L}a-z0-9]", "-\u{301}", "aé7"),
        ]
    )
    func members(source: String, members: String, strangers: String) throws {
        let pattern = try PatternCompiler.compile(source).runtime
        for scalar in members.unicodeScalars { #expect(pattern.matches(String(scalar)), "\(scalar)") }
        for scalar in strangers.unicodeScalars { #expect(!pattern.matches(String(scalar)), "\(scalar)") }
    }

    @Test("may hold a quantifier that its author meant otherwise: ( to | is a range")
    func oddity() throws {
        let pattern = try PatternCompiler.compile("[a-zA-Z0-9(-|/|=|?)??]").runtime
        for value: UInt8 in 0..<0x80 {
            let scalar = Unicode.Scalar(value)
            #expect(pattern.matches(String(scalar)) == ("("..."|").contains(scalar))
        }
    }

    @Test("comes through the notation unchanged, whichever characters it is made of")
    func notation() throws {
        var generator = SeededGenerator(seed: 5)
        let signs = Array("!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~ \n\u{7F}\u{80}é".unicodeScalars)
        for _ in 0..<200 {
            let members = Set(signs.shuffled(using: &generator).prefix(Int.random(in: 1...20, using: &generator)))
            let items = members.sorted().map { "\\x{\(String($0.value, radix: 16))}" }.joined()
            let pattern = try PatternCompiler.compile("[\(items)]x|y").runtime
            for sign in signs { #expect(pattern.matches("\(sign)x") == members.contains(sign)) }
        }
    }
}

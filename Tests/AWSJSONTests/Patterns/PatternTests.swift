import AWSJSON
import Testing

@Suite("A pattern")
struct PatternTests {
    @Test("keeps the regular expression for error messages")
    func source() {
        #expect(Pattern(source: "O[0-9]{1,19}").source == "O[0-9]{1,19}")
    }

    @Test("without length and automaton matches every text")
    func everything() {
        let pattern = Pattern(source: "(?s).*")
        #expect(pattern.matches(""))
        #expect(pattern.matches("line\nline\u{2028}é😀"))
    }

    @Test("of a length only matches at both bounds and not beyond them")
    func bounds() {
        let pattern = Pattern(source: "(?s).{2,4}", length: 2...4)
        #expect(!pattern.matches("a"))
        #expect(pattern.matches("ab"))
        #expect(pattern.matches("a\r\nb"))
        #expect(!pattern.matches("abcde"))
    }

    @Test(
        "counts Unicode scalars, not bytes, UTF-16 units or what a reader takes for one character",
        arguments: ["ee", "éé", "漢字", "😀😀", "e\u{301}", "\r\n", "\u{1F1E9}\u{1F1EA}"]
    )
    func twoScalars(text: String) {
        #expect(Pattern(source: "(?s).{2}", length: 2...2).matches(text))
        #expect(!Pattern(source: "(?s).{1}", length: 1...1).matches(text))
        #expect(!Pattern(source: "(?s).{3}", length: 3...3).matches(text))
    }

    @Test("without an upper bound matches texts of every length above the lower one")
    func unbounded() {
        let pattern = Pattern(source: "(?s).+", length: 1...Int.max)
        #expect(!pattern.matches(""))
        #expect(pattern.matches(String(repeating: "é", count: 100_000)))
    }

    @Test("of length and automaton asks for both")
    func both() {
        let pattern = Pattern(
            source: "O[0-9]{1,3}",
            length: 2...4,
            automaton: Automaton(classes: "O 0-9", states: "a+ *b=")
        )
        #expect(pattern.matches("O1"))
        #expect(pattern.matches("O123"))
        #expect(!pattern.matches("O"))
        #expect(!pattern.matches("O1234"))
        #expect(!pattern.matches("0123"))
    }

    @Test("reads a mebibyte without complaint, whether it matches or not")
    func mebibyte() {
        let pattern = Pattern(source: "[0-9é]+", automaton: Automaton(classes: "0-9<E9>", states: "a+ *a="))
        let digits = String(repeating: "é7", count: 1 << 19)
        #expect(pattern.matches(digits))
        #expect(!pattern.matches(digits + "x"))
    }
}

import AWSJSON
import Testing

@Suite("The notation of an automaton")
struct AutomatonTests {
    private func matches(_ text: String, classes: String, states: String) -> Bool {
        Pattern(source: "", automaton: Automaton(classes: classes, states: states)).matches(text)
    }

    @Test("leads from state to state: + is the next, = the same, a number any other")
    func targets() {
        let states = "a+ b+ *a1c=_0"
        #expect(matches("ab", classes: "a b c", states: states))
        #expect(matches("abccc", classes: "a b c", states: states))
        #expect(matches("abab", classes: "a b c", states: states))
        #expect(matches("abxab", classes: "a b c", states: states))
        #expect(!matches("aba", classes: "a b c", states: states))
        #expect(!matches("abxb", classes: "a b c", states: states))
    }

    @Test("marks with * where a text may end, the start included")
    func ends() {
        #expect(matches("", classes: "a", states: "*a="))
        #expect(!matches("", classes: "a", states: "a+ *"))
        #expect(matches("a", classes: "a", states: "a+ *"))
        #expect(!matches("aa", classes: "a", states: "a+ *"))
    }

    @Test("gives several classes one successor, and takes runs of them with a hyphen")
    func runs() {
        for text in ["1", "2", "3", "4"] {
            #expect(matches(text, classes: "1 2 3 4 5", states: "a-ce+ *") == (text != "4"))
        }
        #expect(matches("é", classes: "1 2 3 4 5", states: "_b-d+ *"))
        #expect(!matches("1", classes: "1 2 3 4 5", states: "_b-d+ *"))
    }

    @Test("names classes by small letters, capitals, and letters from U+0100 on")
    func names() {
        let characters = (0x21...0x5B).compactMap { Unicode.Scalar($0) }.filter { !"\"-<>".unicodeScalars.contains($0) }
        let classes = characters.map { String($0) }.joined(separator: " ")
        #expect(matches("!", classes: classes, states: "a+ *"))
        #expect(matches(String(characters[25]), classes: classes, states: "z+ *"))
        #expect(matches(String(characters[26]), classes: classes, states: "A+ *"))
        #expect(matches(String(characters[51]), classes: classes, states: "Z+ *"))
        #expect(matches(String(characters[52]), classes: classes, states: "\u{100}+ *"))
        #expect(matches(String(characters[54]), classes: classes, states: "\u{100}-\u{102}+ *"))
    }

    @Test("takes a hyphen for itself unless it stands between two characters")
    func hyphens() {
        for text in ["-", "0", "5", "9"] { #expect(matches(text, classes: "-0-9", states: "a+ *")) }
        for text in [",", "-"] { #expect(matches(text, classes: ",--", states: "a+ *")) }
        for text in ["-", "."] { #expect(matches(text, classes: "--.", states: "a+ *")) }
        #expect(!matches("/", classes: "--.", states: "a+ *"))
    }

    @Test("writes any scalar in hexadecimal")
    func hexadecimal() {
        let classes = "a<20><2D><85><2028-2029><1F600-1F64F>"
        for text in ["a", " ", "-", "\u{85}", "\u{2028}", "\u{2029}", "\u{1F600}", "\u{1F64F}"] {
            #expect(matches(text, classes: classes, states: "a+ *"))
        }
        for text in ["b", "\u{84}", "\u{86}", "\u{2027}", "\u{202A}", "\u{1F5FF}", "\u{1F650}", "\u{10FFFF}"] {
            #expect(!matches(text, classes: classes, states: "a+ *"))
        }
    }

    @Test("narrows a range to general categories")
    func categories() {
        let classes = "<80-3FF:L><400-10FFFF:Nd,Lu> <80-10FFFF:P>"
        for text in ["é", "Ω", "Ж", "٣"] { #expect(matches(text, classes: classes, states: "a+ *")) }
        for text in ["ж", "²", "漢", "\u{301}"] { #expect(!matches(text, classes: classes, states: "a+ *")) }
        for text in ["«", "—"] { #expect(matches(text, classes: classes, states: "b+ *")) }
    }

    @Test("puts scalars of one, two, three and four bytes in the right classes")
    func widths() {
        let edges = ["\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"]
        let classes = "<0> <7F> <80> <7FF> <800> <FFFF> <10000> <10FFFF>"
        let states = "a+ b+ c+ d+ e+ f+ g+ h+ *"
        #expect(matches(edges.joined(), classes: classes, states: states))
        #expect(!matches(edges.reversed().joined(), classes: classes, states: states))
    }
}

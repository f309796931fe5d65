import AWSJSON
import ModelGenerator
import Testing

@Suite("A pattern is read as Java reads it:")
struct PatternSyntaxTests {
    @Test(
        "the whole text must match, with or without anchors",
        arguments: ["abc", "^abc", "abc$", "^abc$", "\\Aabc\\z"]
    )
    func anchors(source: String) throws {
        #expect(try matches(source, "abc"))
        for text in ["xabc", "abcx", "abc\n", "ab", ""] { #expect(try !matches(source, text)) }
    }

    @Test("the dot leaves out the line terminators, unless (?s) says otherwise")
    func dot() throws {
        for text in ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] {
            #expect(try !matches(".", text))
            #expect(try matches("(?s).", text))
        }
        for text in ["\u{B}", "\u{C}", "\u{0}", "é", "😀", "\u{FFFD}"] { #expect(try matches(".", text)) }
    }

    @Test("\\d, \\w and \\s are ASCII")
    func shorthands() throws {
        #expect(try matches(#"\d\w\w\s"#, "7_A\u{B}"))
        for (source, text) in [
            (#"\d"#, "٣"), (#"\w"#, "é"), (#"\s"#, "\u{A0}"), (#"\s"#, "\u{85}"), (#"\s"#, "\u{2028}"),
        ] {
            #expect(try !matches(source, text))
            #expect(try matches(source.uppercased(), text))
            #expect(try matches("[\(source.uppercased())]", text))
        }
    }

    @Test(
        "general categories are Unicode, POSIX classes ASCII",
        arguments: [
            (#"\p{L}"#, "aéЖ漢", "1 \u{301}"), (#"\pL"#, "é", "1"), (#"\p{Lu}"#, "AÀ", "aàǅ"),
            (#"\P{M}"#, "aé", "\u{301}"),
            (#"\p{N}"#, "7٣Ⅷ²", "a"), (#"\p{Nd}"#, "7٣", "Ⅷ²"), (#"\p{Z}"#, " \u{A0}\u{3000}\u{2028}", "\t\n"),
            (#"\p{P}"#, "!—«", "+"), (#"\p{S}"#, "+€😀", "!"), (#"\p{C}"#, "\n\u{0}\u{200D}\u{E000}", "a "),
            (#"\p{LD}"#, "aé7٣", "Ⅷ_"), (#"\p{IsLl}"#, "a", "A"), (#"\p{Alpha}"#, "aZ", "é7"),
            (#"\p{Alnum}"#, "aZ7", "_é"), (#"\p{Punct}"#, "!_~|", "a —"), (#"\p{Print}"#, "a ~", "\t\u{7F}é"),
            (#"\p{Graph}"#, "!~", " "), (#"\p{ASCII}"#, "\u{0}\u{7F}", "\u{80}"), (#"\p{Space}"#, " \t\u{B}", "\u{A0}"),
            (#"\p{Blank}"#, " \t", "\n"), (#"\p{Cntrl}"#, "\u{0}\u{7F}", "\u{80} "), (#"\p{XDigit}"#, "09afAF", "gG"),
            (#"\p{Upper}"#, "AZ", "aÀ"), (#"\p{Lower}"#, "az", "Aà"), (#"\p{Digit}"#, "09", "٣"),
        ]
    )
    func properties(source: String, members: String, strangers: String) throws {
        let (pattern, inverse) = (try PatternCompiler.compile(source), try PatternCompiler.compile("[^\(source)]"))
        for scalar in members.unicodeScalars { #expect(pattern.runtime.matches(String(scalar))) }
        for scalar in strangers.unicodeScalars { #expect(!pattern.runtime.matches(String(scalar))) }
        for scalar in strangers.unicodeScalars { #expect(inverse.runtime.matches(String(scalar))) }
    }

    @Test(
        "escapes give a character by its name or number",
        arguments: [
            (#"\t\n\r\f\a\e"#, "\t\n\r\u{C}\u{7}\u{1B}"), (#"\x41\x{1F600}"#, "A😀"), (#"\u00e9"#, "é"),
            (#"\uD83D\uDE00"#, "😀"), (#"\00\07\0101"#, "\u{0}\u{7}A"), (#"\cA"#, "\u{1}"),
            (#"\.\-\/\_\ \:\@"#, ".-/_ :@"), (#"\Qa.b*\E+"#, "a.b**"), (#"\\Q+"#, #"\QQ"#), (#"[\Q]^-\E]+"#, "]^-"),
            (#"\R\R"#, "\r\n\n"),
        ]
    )
    func escapes(source: String, text: String) throws {
        #expect(try matches(source, text))
    }

    @Test("flags hold to the end of their group")
    func flags() throws {
        #expect(try matches("(?i)aws:[a-c]", "AWS:B"))
        #expect(try !matches("(?i)é", "É"))
        #expect(try matches("a(?i)b|c", "C"))
        #expect(try !matches("(a(?i)b)c", "aBC"))
        #expect(try matches("(?i:a)b", "Ab"))
        #expect(try !matches("(?i:a)b", "AB"))
        #expect(try !matches("(?i)[^a]", "A"))
        #expect(try matches("(?s)a(?-s:.).", "ab\n"))
    }

    @Test("a second count repeats nothing")
    func secondCount() throws {
        #expect(try matches("a{2}{3}", "aa"))
        #expect(try !matches("a{2}{3}", "aaaaaa"))
    }

    @Test("groups may be named, and braces and brackets that close nothing stand for themselves")
    func groups() throws {
        #expect(try matches("(?<name>a)(?:b)}]", "ab}]"))
    }
}

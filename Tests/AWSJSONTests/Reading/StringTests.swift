import AWSJSON
import Testing

@Suite("A string")
struct StringTests {
    @Test("may have every escape of JSON")
    func escapes() throws {
        #expect(try parse(String.self, #""\"\\\/\b\f\n\r\t""#).value == "\"\\/\u{8}\u{C}\n\r\t")
        #expect(
            try parse(String.self, #""\u0041\u00e9\u00E9\u20ac\uFFFD\uffff\u0000""#).value
                == "A\u{E9}\u{E9}\u{20AC}\u{FFFD}\u{FFFF}\u{0}"
        )
        #expect(
            try parse(String.self, #""\ud83d\ude00\uDBFF\uDFFF\ud800\udc00""#).value == "\u{1F600}\u{10FFFF}\u{10000}"
        )
    }

    @Test(
        "with any other escape is refused",
        arguments: [
            #""\x41""#, #""\a""#, #""\'""#, #""\0""#, #""\U0041""#, #""\u004""#, #""\u00g1""#, #""\uzzzz""#,
            #""\u 041""#, #""\u+041""#, #""\é""#,
        ]
    )
    func otherEscapes(text: String) {
        #expect(failure(reading: String.self, text)?.reason == .badEscape)
    }

    @Test(
        "with half a surrogate pair is refused: it is no Unicode text",
        arguments: [
            #""\ud83d""#, #""\ude00""#, #""\ude00\ud83d""#, #""\ud83d\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#,
            #""\ud83d\u0041""#,
            #""\ud83d\ud83d\ude00""#, #""x\udfff""#,
        ]
    )
    func loneSurrogates(text: String) {
        #expect(failure(reading: String.self, text)?.reason == .badEscape)
        #expect(failure(reading: Nothing.self, "{\"unknown\":\(text)}")?.reason == .badEscape)
        #expect(failure(reading: Nothing.self, "{\(text):1}")?.reason == .badEscape)
    }

    @Test("with an unescaped control character is refused", arguments: 0..<32)
    func controlCharacters(code: Int) throws {
        let control = String(Unicode.Scalar(UInt8(code)))
        #expect(failure(reading: String.self, "\"a\(control)\"")?.reason == .controlCharacter)
        #expect(failure(reading: Nothing.self, "{\"a\(control)\":1}")?.reason == .controlCharacter)
        #expect(try parse(String.self, "\"\u{7F}\u{80}\u{2028}\"").value == "\u{7F}\u{80}\u{2028}")
    }

    @Test("ends with its quote", arguments: ["\"", "\"abc", "\"abc\\", "\"abc\\\"", "\"abc\\u00", "\"\\ud83d\\u"])
    func unterminated(text: String) {
        #expect(failure(reading: String.self, text)?.reason == .endOfDocument)
    }

    @Test("is compared by its text, however it is spelled")
    func spelling() throws {
        #expect(try parse(Genre.self, #""Sci\u002dFi""#).value == .sciFi)
        #expect(try parse(Chapter.self, #"{"N\u0061m\u0065":"1"}"#).value.name == "1")
    }

    @Test("does not stand for a number, a word or a list, nor they for it")
    func coercion() {
        for text in ["1", "true", "null", "[\"a\"]", "{}"] {
            #expect(failure(reading: String.self, text)?.reason == .unexpectedValue(expected: "a string"))
        }
        for text in ["\"true\"", "1", "0", "\"\"", "null"] {
            #expect(failure(reading: Bool.self, text)?.reason == .unexpectedValue(expected: "true or false"))
        }
        #expect(failure(reading: Book.self, #"{"Tags":"a"}"#)?.reason == .unexpectedValue(expected: "a list"))
        #expect(failure(reading: Book.self, #"{"Prices":[]}"#)?.reason == .unexpectedValue(expected: "an object"))
    }
}

import AWSJSON
import SmithyTypes
import Testing

@Suite("A document's form")
struct DocumentFormTests {
    @Test("allows white space between any two parts, and no other space")
    func whiteSpace() throws {
        let spaced =
            " \t\r\n{ \t\"Name\"\r\n:\t\"1\" , \"Sections\" : [ { \"Name\" : \"2\" } , { \"Name\" : \"3\" } ] } \n"
        #expect(try parse(Chapter.self, spaced).value.sections?.map(\.name) == ["2", "3"])
        for space in ["\u{B}", "\u{C}", "\u{A0}", "\u{2028}", "\u{0}", "\u{FEFF}", "/**/", "//\n"] {
            #expect(failure(reading: Chapter.self, "{\(space)\"Name\":\"1\"}") != nil)
        }
    }

    @Test(
        "ends with its value: nothing follows",
        arguments: ["{}{}", "{} x", "{}]", "{}}", "{},", "{}\u{0}", "{}null"]
    )
    func trailing(text: String) {
        #expect(failure(reading: Nothing.self, text)?.reason == .trailingBytes)
    }

    @Test("is refused where it ends too early, wherever that is")
    func truncated() {
        let bytes = Array(sampleBook.utf8)
        for count in bytes.indices {
            #expect(failure(reading: Book.self, Array(bytes[..<count])) != nil, "of \(count) bytes")
        }
        #expect(failure(reading: Book.self, bytes) == nil)
    }

    @Test("of a structure is an object", arguments: ["[]", "10", "null", "true", "\"{}\"", "[{}]", "NaN", "undefined"])
    func notAnObject(text: String) {
        #expect(failure(reading: Book.self, text)?.reason == .unexpectedValue(expected: "an object"))
    }

    @Test("has commas between members, not before, after or doubled")
    func commas() {
        for text in [
            "{,}", "{\"Name\":\"1\",}", "{,\"Name\":\"1\"}", "{\"Name\":\"1\",,\"Printed\":null}",
            "{\"Name\":\"1\" \"Printed\":null}", "{\"Sections\":[,]}", "{\"Sections\":[{\"Name\":\"1\"},]}",
            "{\"Sections\":[{\"Name\":\"1\"}{\"Name\":\"2\"}]}", "{\"Sections\":[}", "{\"Sections\":]}",
        ] {
            #expect(failure(reading: Chapter.self, text) != nil, "\(text)")
        }
    }

    @Test("has quoted names with a colon after each")
    func names() {
        for text in [
            "{Name:\"1\"}", "{'Name':\"1\"}", "{\"Name\"}", "{\"Name\" \"1\"}", "{\"Name\"=\"1\"}", "{null:1}", "{1:1}",
        ] {
            #expect(failure(reading: Chapter.self, text) != nil, "\(text)")
        }
    }

    @Test("has its three words in full and in small letters")
    func words() throws {
        #expect(try parse(Document.self, "[true,false,null]").value == .list([.boolean(true), .boolean(false), .null]))
        for word in ["True", "TRUE", "tru", "truee", "nul", "NULL", "nil", "falsey", "yes"] {
            #expect(failure(reading: Document.self, word) != nil, "\(word)")
            #expect(failure(reading: Document.self, "[\(word)]") != nil, "\(word)")
        }
    }

    @Test("of an operation without input is an object, or nothing at all")
    func noInput() {
        for text in ["", " \n", "{}", "{\"any\":[1]}"] { #expect(failure(reading: NoInput.self, text) == nil) }
        for text in ["[]", "null", "1", "{}{}", "{\"a\":1,\"a\":1}"] {
            #expect(failure(reading: NoInput.self, text) != nil)
        }
    }
}

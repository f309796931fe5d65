import AWSJSON
import SmithyTypes
import Testing

@Suite("Written JSON")
struct WriterTests {
    @Test("escapes what JSON requires and nothing else")
    func escapes() {
        #expect(text(of: "\"\\\u{8}\u{C}\n\r\t") == #""\"\\\b\f\n\r\t""#)
        #expect(text(of: "/'<&\u{7F}\u{80}\u{2028}é\u{1F600}") == "\"/'<&\u{7F}\u{80}\u{2028}é\u{1F600}\"")
        #expect(text(of: "a\"b\"c") == #""a\"b\"c""#)
        for code in 0..<32 {
            let scalar = Unicode.Scalar(UInt8(code))
            let written = text(of: String(scalar))
            #expect(written.hasPrefix("\"\\") && written.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "U+\(code)")
        }
        #expect(text(of: "\u{0}\u{1F}\u{1B}") == #""\u0000\u001f\u001b""#)
    }

    @Test("spells numbers in the shortest form that says the same")
    func numbers() {
        #expect(
            [0, -1, .max, .min].map { text(of: $0) } == ["0", "-1", "9223372036854775807", "-9223372036854775808"]
        )
        #expect(
            [0.0, -0.0, 1, 0.1, 1234.5, 123456789.12345679].map { text(of: $0) } == [
                "0", "-0", "1", "0.1", "1234.5", "123456789.12345679",
            ]
        )
        #expect([1e20, .leastNonzeroMagnitude, 1e-7].map { text(of: $0) } == ["1e+20", "5e-324", "1e-07"])
        #expect(
            [Double.nan, .infinity, -.infinity].map { text(of: $0) } == ["\"NaN\"", "\"Infinity\"", "\"-Infinity\""]
        )
    }

    @Test("says every double so that it is read as the same")
    func doubles() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<3000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let read = try parse(Double.self, text(of: value)).value
            try #require(read.bitPattern == value.bitPattern, "\(value)")
        }
    }

    @Test("leaves unset members out in the awsJson form")
    func omitted() {
        let book = Book(genre: .sciFi, isbn: "1", published: Timestamp(millisecondsSinceEpoch: 0), title: "t")
        #expect(text(of: book) == #"{"Genre":"Sci-Fi","Isbn":"1","Published":"1970-01-01T00:00:00.000Z","Title":"t"}"#)
        #expect(text(of: Nothing()) == "{}")
    }

    @Test("spells unset members null in the path-style form, at every level")
    func nulls() {
        #expect(
            text(of: Chapter(name: "1"), unset: .null) == #"{"Name":"1","Next":null,"Printed":null,"Sections":null}"#
        )
        let nested = Chapter(name: "1", sections: [Chapter(name: "2")])
        #expect(
            text(of: nested, unset: .null)
                == #"{"Name":"1","Next":null,"Printed":null,"Sections":[{"Name":"2","Next":null,"Printed":null,"Sections":null}]}"#
        )
    }

    @Test("writes null for every kind of member that the path-style form leaves unset")
    func everyKindOfNull() throws {
        let book = Book(genre: .sciFi, isbn: "1", published: Timestamp(millisecondsSinceEpoch: 0), title: "t")
        guard case .object(let members) = try parse(Document.self, text(of: book, unset: .null)).value else { return }
        #expect(members.count == 25)
        #expect(members.filter { $0.value == .null }.count == 21)
        #expect(try parse(Book.self, text(of: book, unset: .null)).value.title == "t")
    }

    @Test("has only the member of a union that is set, in both forms")
    func unions() {
        #expect(text(of: Medium.download("x"), unset: .null) == #"{"Download":"x"}"#)
        #expect(
            text(of: Medium.bound(Timestamp(millisecondsSinceEpoch: 0))) == #"{"Bound":"1970-01-01T00:00:00.000Z"}"#
        )
        #expect(text(of: Medium.unrecognized, unset: .null) == "{}")
    }

    @Test("tells an explicit null from absence in the awsJson form")
    func distinguishedNull() {
        var book = Book(genre: .sciFi, isbn: "1", published: Timestamp(millisecondsSinceEpoch: 0), title: "t")
        #expect(!text(of: book).contains("Loan"))
        book.loan = .some(nil)
        #expect(text(of: book).contains(#""Loan":null"#))
        book.loan = Loan(until: Timestamp(millisecondsSinceEpoch: 0))
        #expect(text(of: book).contains(#""Loan":{"Until":"1970-01-01T00:00:00.000Z"}"#))
    }

    @Test("has a map's keys in order, so that equal values have equal bytes")
    func maps() {
        var book = Book.placeholder
        book.prices = Dictionary(uniqueKeysWithValues: (0..<50).map { ("k\($0)", Double($0)) })
        var other = Book.placeholder
        other.prices = Dictionary(uniqueKeysWithValues: (0..<50).reversed().map { ("k\($0)", Double($0)) })
        #expect(text(of: book) == text(of: other))
    }
}

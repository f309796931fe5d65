import AWSJSON
import SmithyTypes
import Testing

@Suite("A number")
struct NumberTests {
    @Test(
        "outside JSON's grammar is refused, for every kind of member that holds one",
        arguments: [
            "01", "-01", "00", "-", "+1", ".5", "1.", "-.5", "1.e3", "1e", "1e+", "1E-", "0x42", "1_000", "1,5",
            "Infinity",
            "-Infinity", "NaN", "2ABC", "1515531081.123.456", "--1", "1e1.5", "١", "1 2", "\u{2212}1",
        ]
    )
    func grammar(text: String) {
        #expect(failure(reading: Int.self, text) != nil)
        #expect(failure(reading: Double.self, text) != nil)
        #expect(failure(reading: Document.self, text) != nil)
        #expect(failure(reading: Nothing.self, "{\"unknown\":\(text)}") != nil)
    }

    @Test("without a fraction is an integer of 64 bits")
    func integers() throws {
        for (text, value) in [("0", 0), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", .min)] {
            #expect(try parse(Int.self, text).value == value)
        }
        for text in [
            "9223372036854775808", "-9223372036854775809", "123000000000000000000000", "1.0", "1e3", "\"1\"", "true",
        ] {
            #expect(failure(reading: Int.self, text) != nil, "\(text)")
        }
    }

    @Test(
        "of a narrower integer shape fits its width",
        arguments: [(8, -128, 127), (16, -32_768, 32_767), (32, -2_147_483_648, 2_147_483_647)]
    )
    func widths(bits: Int, least: Int, greatest: Int) throws {
        for value in [least, greatest, 0, -1] {
            var reader = try JSONReader(Array("\(value)".utf8))
            #expect(try reader.integer(bits: bits) == value)
        }
        for value in [least - 1, greatest + 1, Int.min, Int.max] {
            var reader = try JSONReader(Array("\(value)".utf8))
            #expect(throws: SerializationFailure.self) { try reader.integer(bits: bits) }
        }
    }

    @Test("with or without a fraction is a double")
    func doubles() throws {
        for (text, value) in [
            ("0", 0.0), ("-0.0", -0.0), ("1e-7", 1e-7), ("1E+2", 100), ("1234.5", 1234.5),
            ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0),
        ] {
            #expect(try parse(Double.self, text).value == value)
        }
        #expect(try parse(Double.self, "-0.0").value.sign == .minus)
        for text in ["1e309", "-1e309", "\"1\"", "true", "[1]"] {
            #expect(failure(reading: Double.self, text) != nil, "\(text)")
        }
    }

    @Test("that JSON cannot spell is a double in quotes")
    func quoted() throws {
        #expect(try parse(Double.self, "\"NaN\"").value.isNaN)
        #expect(try parse(Double.self, "\"Infinity\"").value == .infinity)
        #expect(try parse(Double.self, "\"-Infinity\"").value == -.infinity)
        for text in ["\"nan\"", "\"+Infinity\"", "\"\"", "\"1.5\""] {
            #expect(failure(reading: Double.self, text) != nil, "\(text)")
        }
    }

    @Test("has at most 64 characters")
    func length() throws {
        let longest = "0." + String(repeating: "1", count: 62)
        #expect(try parse(Document.self, longest).value == .number(longest))
        #expect(try parse(Double.self, longest).value == 1.0 / 9)
        for type in [failure(reading: Double.self, longest + "1"), failure(reading: Document.self, longest + "1")] {
            #expect(type?.reason == .numberTooLong)
        }
        #expect(failure(reading: Nothing.self, "{\"unknown\":\(longest)1}")?.reason == .numberTooLong)
        #expect(failure(reading: Int.self, "1" + String(repeating: "0", count: 64))?.reason == .numberTooLong)
    }
}

import AWSJSON
import SmithyTypes
import Testing

@Suite("The message of a violation")
struct ViolationMessageTests {
    @Test(
        "says what was found and what would pass",
        arguments: [
            (#""Copies":1001"#, "Copies is 1001 and must be at most 1000."),
            (#""Pages":-5"#, "Pages is -5 and must be at least 1."),
            (#""Isbn":"x""#, "Isbn is 'x' and must match [0-9]{9}[0-9X]."),
            (#""Title":"""#, "Title has 0 characters and must have between 1 and 80."),
            (#""Tags":["a","b","c","d","e","f"]"#, "Tags has 6 values and may have at most 5."),
            (#""Grid":[]"#, "Grid has 0 values and needs between 1 and 9."),
            (#""Tags":["a","B"]"#, "Tags[1] is 'B' and must match [a-z]+."),
            (#""Medium":{}"#, "Medium must have exactly one member that is set, and has 0."),
            (#""Loan":{}"#, "Loan.Until is required."),
        ]
    )
    func sentence(member: String, message: String) throws {
        #expect(try violations(in: Book.self, "{\(member)}").map(\.message).contains(message))
    }

    @Test(
        "suggests the listed value that was probably meant",
        arguments: [
            ("sci-fi", "Sci-Fi"), ("SciFi", "Sci-Fi"), ("R & D", "R&D"), ("Placeholders", "placeholder"), ("2D", "3D"),
        ]
    )
    func suggestion(given: String, meant: String) throws {
        let message = try violations(in: Book.self, "{\"Genre\":\"\(given)\"}").first { $0.fieldName == "genre" }?
            .message
        #expect(
            message?.hasPrefix("Genre is '\(given)', which is none of its 11 values: Sci-Fi, Sci Fi, 3D, , default")
                == true
        )
        #expect(message?.hasSuffix("Did you mean '\(meant)'?") == true, "\(message ?? "")")
    }

    @Test("suggests nothing where nothing is near", arguments: ["Cooking", "", "!!", "zz"])
    func noSuggestion(given: String) {
        #expect(nearest(to: given, in: ["Sci-Fi", "3D", "default", "AF", "AL"]) == nil)
    }

    @Test("suggests the first of several that are equally near, and an exact one before all")
    func nearness() {
        #expect(nearest(to: "Closed Won", in: ["Closed Lost", "closed won", "Closed Wan"]) == "closed won")
        #expect(nearest(to: "cat", in: ["car", "cap"]) == "car")
        #expect(nearest(to: "US", in: ["GB", "UA", "US"]) == "US")
        #expect(nearest(to: String(repeating: "a", count: 101), in: [String(repeating: "a", count: 101)]) == nil)
    }

    @Test("shows at most 80 characters of a value")
    func longValue() throws {
        let value = String(repeating: "x", count: 5000)
        let found = try violations(in: Book.self, "{\"Isbn\":\"\(value)\",\"Genre\":\"\(value)\"}")
        #expect(found.allSatisfy { $0.message.count < 300 })
        #expect(found.contains { $0.message.contains("'\(value.prefix(80))…'") })
    }
}

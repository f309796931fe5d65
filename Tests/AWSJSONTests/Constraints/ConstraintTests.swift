import AWSJSON
import Testing

/// A violation as the tests compare it.
private func summary(_ violations: [ConstraintViolation]) -> Set<String> {
    Set(violations.map { "\($0.fieldName) \($0.code.rawValue)" })
}

@Suite("A request's constraints")
struct ConstraintTests {
    private func found(_ member: String) throws -> [ConstraintViolation] {
        try violations(in: Book.self, #"{"Isbn":"0000000000","Title":"t","Genre":"3D","Published":0,\#(member)}"#)
    }

    @Test(
        "name the member and the code",
        arguments: [
            (#""Copies":-1"#, "copies VALUE_OUT_OF_RANGE"), (#""Copies":1001"#, "copies VALUE_OUT_OF_RANGE"),
            (#""Pages":0"#, "pages VALUE_OUT_OF_RANGE"), (#""Tags":["a","b","c","d","e","f"]"#, "tags TOO_MANY_VALUES"),
            (#""Grid":[]"#, "grid NOT_ENOUGH_VALUES"), (#""Grid":[[]]"#, "grid NOT_ENOUGH_VALUES"),
            (#""Grid":[[1001]]"#, "grid VALUE_OUT_OF_RANGE"),
            (#""Prices":{}"#, "prices NOT_ENOUGH_VALUES"),
            (#""Prices":{"a":1,"b":1,"c":1,"d":1,"e":1}"#, "prices TOO_MANY_VALUES"),
            (#""Reviews":{"0000000000":["Bad"]}"#, "reviews.0000000000 INVALID_STRING_FORMAT"),
            (#""Medium":{"Sizes":[]}"#, "medium.sizes NOT_ENOUGH_VALUES"), (#""Medium":{}"#, "medium INVALID_VALUE"),
            (#""Medium":{"Download":"","Nothing":{}}"#, "medium INVALID_VALUE"),
            (#""Medium":{"Paper":{"Medium":{}}}"#, "medium.paper.medium INVALID_VALUE"),
            (#""Loan":{}"#, "loan.until REQUIRED_FIELD_MISSING"),
            (#""FirstChapter":{"Next":{"Name":"a","Next":{}}}"#, "firstChapter.next.next.name REQUIRED_FIELD_MISSING"),
        ]
    )
    func codes(member: String, expected: String) throws {
        #expect(summary(try found(member)).contains(expected))
    }

    @Test(
        "are kept by values at the ends of every range",
        arguments: [
            #""Copies":0,"Pages":1,"Tags":[],"Grid":[[0]],"Prices":{"a":1}"#,
            #""Copies":1000,"Pages":2147483647,"Tags":["a","b","c","d","e"]"#,
            #""Grid":[[1],[2],[3],[4],[5],[6],[7],[8],[1000]],"Medium":{"Download":""},"Loan":null,"FirstChapter":{"Name":"x"}"#,
        ]
    )
    func ends(members: String) throws {
        #expect(try found(members).map(\.message) == [])
    }

    @Test("that are broken are all reported at once")
    func allAtOnce() throws {
        let text =
            #"{"Isbn":"x","Title":"","Genre":"Sci-fi","Copies":-1,"Tags":["A","ok","B"],"Chapters":[{"Name":"1"},{}],"Medium":{}}"#
        let found = try violations(in: Book.self, text)
        #expect(
            summary(found) == [
                "published REQUIRED_FIELD_MISSING", "isbn INVALID_STRING_FORMAT", "title INVALID_STRING_FORMAT",
                "genre INVALID_ENUM_VALUE",
                "copies VALUE_OUT_OF_RANGE", "tags INVALID_STRING_FORMAT", "chapters.name REQUIRED_FIELD_MISSING",
                "medium INVALID_VALUE",
            ]
        )
        #expect(found.count == 9)
    }

    @Test("report nothing within a required member that is missing")
    func missing() throws {
        #expect(summary(try violations(in: PutBookRequest.self, "{}")) == ["book REQUIRED_FIELD_MISSING"])
        #expect(summary(try violations(in: PutBookRequest.self, #"{"Book":null}"#)) == ["book REQUIRED_FIELD_MISSING"])
    }

    @Test("report a missing member and a wrong one beside it, in the element where each stands")
    func besideMissing() throws {
        let valid = #""Title":"t","Genre":"3D","Published":0"#
        let found = try violations(
            in: ListBooksResponse.self,
            #"{"Books":[{\#(valid)},{"Isbn":"x",\#(valid)},{"Isbn":"y"}]}"#
        )
        #expect(
            Set(found.map { "\($0.path.exact) \($0.code.rawValue)" }) == [
                "Books[0].Isbn REQUIRED_FIELD_MISSING", "Books[1].Isbn INVALID_STRING_FORMAT",
                "Books[2].Isbn INVALID_STRING_FORMAT",
                "Books[2].Title REQUIRED_FIELD_MISSING", "Books[2].Genre REQUIRED_FIELD_MISSING",
                "Books[2].Published REQUIRED_FIELD_MISSING",
            ]
        )
    }

    @Test("are reported at most 200 at a time")
    func atMost() throws {
        let tags = Array(repeating: "\"A\"", count: 500).joined(separator: ",")
        #expect(try found(#""Tags":[\#(tags)]"#).count == 200)
        let chapters = Array(repeating: "{}", count: 500).joined(separator: ",")
        #expect(try found(#""Chapters":[\#(chapters)]"#).count == 200)
    }
}

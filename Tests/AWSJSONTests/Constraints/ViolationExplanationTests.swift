import AWSJSON
import SmithyTypes
import Testing

@Suite("The explanation of a violation")
struct ViolationExplanationTests {
    struct Row: Sendable {
        let member: String
        let rule: String
        let field: String
        let offending: String?
        let passes: String
    }

    static let rows: [Row] = [
        Row(member: #""Copies":1001"#, rule: "model.range", field: "copies", offending: "1001", passes: "at most 1000"),
        Row(
            member: #""Isbn":"x""#,
            rule: "model.pattern",
            field: "isbn",
            offending: "x",
            passes: "a string that matches [0-9]{9}[0-9X]"
        ),
        Row(
            member: #""Title":"""#,
            rule: "model.length",
            field: "title",
            offending: "",
            passes: "between 1 and 80 characters"
        ),
        Row(
            member: #""Tags":["a","b","c","d","e","f"]"#,
            rule: "model.count",
            field: "tags",
            offending: nil,
            passes: "at most 5 values"
        ),
        Row(
            member: #""Medium":{}"#,
            rule: "model.union",
            field: "medium",
            offending: nil,
            passes: "exactly one member that is set"
        ),
        Row(
            member: #""Loan":{}"#,
            rule: "model.required",
            field: "loan.until",
            offending: nil,
            passes: "a value, which is not null"
        ),
    ]

    @Test("says which rule of the model, what was sent and what would pass", arguments: rows)
    func explains(_ row: Row) throws {
        let found = try violations(in: Book.self, "{\(row.member)}").map(\.explanation)
        let explanation = try #require(found.first { $0.rule == row.rule && $0.fieldName == row.field })
        #expect(explanation.evidence == "the service model")
        #expect(explanation.certainty == "model")
        #expect(explanation.offendingValue == row.offending)
        #expect(explanation.wouldPass == row.passes)
        #expect(explanation.suggestion == nil)
        #expect(!explanation.sentence.isEmpty)
    }

    @Test("names the listed value that was probably meant apart from the list")
    func suggestion() throws {
        let found = try violations(in: Book.self, #"{"Genre":"sci-fi"}"#).map(\.explanation)
        let explanation = try #require(found.first { $0.rule == "model.enumeration" })
        #expect(explanation.offendingValue == "sci-fi")
        #expect(explanation.suggestion == "Sci-Fi")
        #expect(explanation.wouldPass?.hasPrefix("one of its 11 values: Sci-Fi, ") == true)
    }

    @Test("counts without telling values")
    func counts() throws {
        let found = try violations(in: Book.self, #"{"Tags":["a","b","c","d","e","f"]}"#)
        #expect(found.contains { $0.explanation.sentence.hasSuffix("It has 6.") })
    }

    @Test("keeps at most 200 characters of a value")
    func shortened() throws {
        let value = String(repeating: "é", count: 5_000)
        let found = try violations(in: Book.self, "{\"Isbn\":\"\(value)\"}").map(\.explanation)
        let explanation = try #require(found.first { $0.rule == "model.pattern" })
        #expect(explanation.offendingValue == String(repeating: "é", count: 200) + "…")
        #expect(explanation.withoutValues(mark: "***").offendingValue == "***")
    }
}

import AWSJSON
import Testing

@Suite("A redacted body")
struct RedactionTests {
    private func redacted(_ body: String) -> String? {
        Redaction.text(of: Array(body.utf8), as: PutBookRequest.self)
    }

    static let rows: [(String, String)] = [
        (#"{"Book":{"Secret":"s","Title":"t"}}"#, #"{"Book":{"Secret":"***","Title":"t"}}"#),
        (#"{"Book":{"Secret":{"a":["s"]}}}"#, #"{"Book":{"Secret":"***"}}"#),
        (#"{"Book":{"Secret":null,"Loan":null}}"#, #"{"Book":{"Secret":null,"Loan":null}}"#),
        (#"{"Secret":"s","ClientToken":"t"}"#, #"{"Secret":"***","ClientToken":"t"}"#),
        (#"{"Book":{"secret":"s"}}"#, #"{"Book":{"secret":"***"}}"#),
        (#"{"Book":{"S\u0065cret":"s"}}"#, #"{"Book":{"Secret":"***"}}"#),
        (
            #"{"Book":{"Medium":{"Paper":{"Grammage":80,"Weight":1}}}}"#,
            #"{"Book":{"Medium":{"Paper":{"Grammage":80,"Weight":"***"}}}}"#
        ),
        (
            #"{"Book":{"FirstChapter":{"Next":{"Next":{"Name":"3","X":1}}}}}"#,
            #"{"Book":{"FirstChapter":{"Next":{"Next":{"Name":"3","X":"***"}}}}}"#
        ),
        (
            #"{"Book":{"Chapters":[{"Name":"1"},null,{"Secret":1}]}}"#,
            #"{"Book":{"Chapters":[{"Name":"1"},null,{"Secret":"***"}]}}"#
        ),
        (
            #"{"Book":{"Extra":{"Secret": [1.0, null]},"Prices":{"EUR":12.50}}}"#,
            #"{"Book":{"Extra":{"Secret": [1.0, null]},"Prices":{"EUR":12.50}}}"#
        ),
        (#"{"Book":"s","Note":"n"}"#, #"{"Book":"***","Note":"n"}"#),
        (#"{"Book":["s"]}"#, #"{"Book":"***"}"#),
        (" { \"Book\" : { } } ", #"{"Book":{}}"#),
        ("{}", "{}"),
    ]

    @Test("hides what its type calls sensitive and what it does not know, and keeps the rest", arguments: rows)
    func hides(_ body: String, _ text: String) {
        #expect(redacted(body) == text)
    }

    @Test(
        "is none where the body is no JSON object",
        arguments: [
            "", "{", "{} {}", "{\"a\":1,\"a\":1}", #"{"Book":{"Secret":"s}}"#, "\u{0}", #"{"Book":{"Secret":tru}}"#,
        ]
    )
    func malformed(_ body: String) {
        #expect(redacted(body) == nil)
    }

    @Test("shows nothing of a body whose structure nobody described", arguments: ["\"s\"", "[\"s\"]", "7"])
    func otherKind(_ body: String) {
        #expect(redacted(body) == "\"***\"")
    }

    @Test("of an error keeps its type, and its sentences unless they repeat what was sent")
    func error() {
        let body = Array(#"{"__type":"ConflictException","Message":"It is 's'."}"#.utf8)
        func text(_ hidingMessages: Bool) -> String? {
            Redaction.text(ofError: body, as: ConflictException.self, hidingMessages: hidingMessages)
        }
        #expect(text(false) == #"{"__type":"ConflictException","Message":"It is 's'."}"#)
        #expect(text(true) == #"{"__type":"ConflictException","Message":"***"}"#)
    }

    static let fields: [(String, shown: Bool)] = [
        ("book.secret", false), ("book.title", true), ("book.isbn", true), ("clientToken", true),
        ("book.firstChapter.next.name", true), ("book.chapters.name", true), ("book.grid", true),
        ("book.loan", true), ("book.loan.until", true), ("book.firstChapter", true),
        // A whole with a sensitive part, and what the model does not have.
        ("book", false), ("book.nothing", false), ("nothing", false), ("", false), ("book.title.x", false),
    ]

    @Test("a field's value may be shown by its member's type", arguments: fields)
    func field(_ name: String, _ shown: Bool) {
        #expect(PutBookRequest.mayShow(fieldName: name) == shown)
    }
}

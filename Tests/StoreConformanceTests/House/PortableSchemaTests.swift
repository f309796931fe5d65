import Store
import Testing

@Suite("Schema text is rewritten only where engines differ")
struct PortableSchemaTests {
    private let schema = PortableSchema(identity: "IDENTITY KEY", text: "TEXT COLLATE C")

    @Test(
        "types and placeholders are replaced",
        arguments: [
            ("a TEXT, b TEXT NOT NULL", "a TEXT COLLATE C, b TEXT COLLATE C NOT NULL"),
            ("(id ${IDENTITY})", "(id IDENTITY KEY)"),
            ("TEXT", "TEXT COLLATE C"),
        ]
    )
    func replaced(script: String, expected: String) {
        #expect(schema.words(of: script) == expected)
    }

    @Test(
        "everything else stays",
        arguments: [
            "", "CONTEXT TEXTUAL TEXT_1 text MY_TEXT", "'a TEXT' \"TEXT\" 'it''s TEXT'", "CAST(a AS TEXT)",
            "${OTHER} $1 ünï",
            "'unclosed TEXT", "${unclosed TEXT",
        ]
    )
    func untouched(script: String) {
        #expect(schema.words(of: script) == script)
    }
}

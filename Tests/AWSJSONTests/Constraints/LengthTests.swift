import AWSJSON
import Testing

@Suite("A string's length")
struct LengthTests {
    private func isAccepted(_ title: String, times: Int) throws -> Bool {
        let text = String(repeating: title, count: times)
        return try !violations(in: Book.self, "{\"Title\":\"\(text)\"}").contains { $0.fieldName == "title" }
    }

    @Test(
        "is counted in Unicode scalars: neither in bytes nor in what a reader sees as one character",
        arguments: [
            ("a", 80), ("\u{E9}", 80), ("e\u{301}", 40), ("\u{20AC}", 80), ("\u{1F600}", 80),
            ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 16), ("\\r\\n", 40),
            ("\u{1F1E9}\u{1F1EA}", 40), ("\\u0000", 80), ("\\ud83d\\ude00", 80),
        ]
    )
    func scalars(unit: String, fitting: Int) throws {
        #expect(try isAccepted(unit, times: fitting))
        #expect(try !isAccepted(unit, times: fitting + 1))
    }

    @Test(
        "is too small by scalars too, however many bytes they take",
        arguments: ["a", "\u{E9}", "\u{20AC}", "\u{1F600}", "e\u{301}\u{323}"]
    )
    func tooShort(unit: String) throws {
        func isAccepted(times: Int) throws -> Bool {
            let note = String(repeating: unit, count: times)
            return try !violations(in: PutBookRequest.self, "{\"Note\":\"\(note)\"}").contains {
                $0.fieldName == "note"
            }
        }
        let perUnit = unit.unicodeScalars.count
        for times in 0...8 { #expect(try isAccepted(times: times) == (4...6).contains(times * perUnit), "\(times)") }
    }

    @Test("in a message is counted likewise")
    func message() throws {
        let title = String(repeating: "e\u{301}", count: 41)
        let found = try violations(in: Book.self, "{\"Title\":\"\(title)\"}")
        #expect(found.map(\.message).contains("Title has 82 characters and must have between 1 and 80."))
    }
}

import AWSJSON
import SmithyTypes
import Testing

@Suite("The message of a malformed body")
struct FailureMessageTests {
    @Test(
        "names the member and the byte",
        arguments: [
            (#"{"Isbn":1}"#, "Expected a string at Isbn (byte 8)."),
            (#"{"Tags":["a",2]}"#, "Expected a string at Tags[1] (byte 13)."),
            (
                #"{"Chapters":[{"Name":"1"},{"Next":{"Name":{}}}]}"#,
                "Expected a string at Chapters[1].Next.Name (byte 42)."
            ),
            (#"{"Prices":{"EUR":1,"US D":"x"}}"#, "Expected a number at Prices.US D (byte 29)."),
            (#"{"Grid":[[1],[2,"3"]]}"#, "Expected an integer at Grid[1][1] (byte 16)."),
            (#"{"Extra":{"a":[1,{"b":tru}]}}"#, "Expected a value at Extra.a[1].b (byte 22)."),
            (#"{"new":{"x":[0,{"y":tru}]}}"#, "Expected a value at new.x[1].y (byte 20)."),
            (
                #"{"Medium":{"Paper":{"Grammage":70000}}}"#,
                "Expected an integer of 16 bits at Medium.Paper.Grammage (byte 36)."
            ),
            (#"{"Isbn":"1","Isbn":"2"}"#, "A member appears twice at Isbn (byte 19)."),
            (#"{"new":{"x":1,"x":2}}"#, "A member appears twice at new.x (byte 18)."),
            (
                #"{"Published":"yesterday"}"#,
                "Expected a timestamp in ISO 8601, such as 2026-01-31T09:05:00.123Z at Published (byte 24)."
            ),
            (#"{"Copies":1,}"#, "Expected a member name at Copies (byte 12)."),
            (#"{"Title":"\x"}"#, "A string holds an invalid escape at Title (byte 10)."),
            (#"{"Cover":"?"}"#, "Expected base64 at Cover (byte 12)."),
        ]
    )
    func place(text: String, message: String) {
        #expect(failure(reading: Book.self, text)?.message == message)
    }

    @Test(
        "names no member where none has begun",
        arguments: [
            ("", "The body ends too early (byte 0)."),
            ("{,}", "Expected a member name (byte 1)."),
            ("[]", "Expected an object (byte 0)."),
            ("{} {}", "Something follows the end of the JSON document (byte 3)."),
        ]
    )
    func noPlace(text: String, message: String) {
        #expect(failure(reading: Book.self, text)?.message == message)
    }

    @Test("says which limit was met")
    func limits() {
        let digits = String(repeating: "1", count: 65)
        #expect(failure(reading: Int.self, digits)?.message == "A number has more than 64 characters (byte 65).")
        #expect(
            failure(reading: Document.self, String(repeating: "[", count: 70))?.message.hasPrefix(
                "The document nests deeper than 64 levels"
            ) == true
        )
        #expect(failure(reading: Book.self, [0xFF])?.message == "The body is not valid UTF-8 (byte 0).")
    }
}

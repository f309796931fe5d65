import AWSJSON
import SmithyTypes
import Testing

@Suite("A required member")
struct RequiredMemberTests {
    @Test("that is absent or null is noted, and a placeholder takes its place")
    func absent() throws {
        for text in ["{}", #"{"Name":null}"#] {
            let read = try parse(Chapter.self, text)
            #expect(read.value == Chapter(name: ""))
            #expect(read.deviations.map(\.path.exact) == ["Name"])
            #expect(read.deviations.map(\.kind) == [.missing])
        }
    }

    @Test("of every kind has a placeholder, and each is noted with its place")
    func everyKind() throws {
        let read = try parse(PutBookRequest.self, #"{"Book":{"Chapters":[{},{"Next":{}}]},"Names":{}}"#)
        #expect(
            Set(read.deviations.map(\.path.exact)) == [
                "Book.Chapters[0].Name", "Book.Chapters[1].Next.Name", "Book.Chapters[1].Name", "Book.Genre",
                "Book.Isbn",
                "Book.Published", "Book.Title", "Names.Reader", "Names.Writer",
            ]
        )
        #expect(try parse(PutBookRequest.self, "{}").value.book == Book.placeholder)
    }

    @Test("that is absent is no failure of reading a request, but damage in a document that we stored")
    func stored() throws {
        #expect(throws: SerializationFailure.self) { try Chapter(stored: Array("{}".utf8)) }
        #expect(throws: SerializationFailure.self) { try Chapter(stored: Array("{\"Name\":1}".utf8)) }
        #expect(try Chapter(stored: Array("{\"Name\":\"1\"}".utf8)) == Chapter(name: "1"))
    }
}

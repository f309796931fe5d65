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
                "Book.Chapters[0].Name", "Book.Chapters[1].Next.Name", "Book.Chapters[1].Name", "Book.Genre", "Book.Isbn",
                "Book.Published", "Book.Title", "Names.Reader", "Names.Writer",
            ])
        #expect(try parse(PutBookRequest.self, "{}").value.book == Book.placeholder)
    }

    @Test("that is absent is no failure of reading a request, but damage in a document that we stored")
    func stored() throws {
        #expect(throws: SerializationFailure.self) { try Chapter(stored: Array("{}".utf8)) }
        #expect(throws: SerializationFailure.self) { try Chapter(stored: Array("{\"Name\":1}".utf8)) }
        #expect(try Chapter(stored: Array("{\"Name\":\"1\"}".utf8)) == Chapter(name: "1"))
    }
}

@Suite("A union")
struct UnionTests {
    private func count(_ text: String) throws -> Int? {
        let deviations = try parse(Medium.self, text).deviations
        guard case .unionMembers(let count) = deviations.first?.kind else { return nil }
        return count
    }

    @Test("has exactly one member; null and unknown members do not count")
    func one() throws {
        for text in [#"{"Download":"x"}"#, #"{"Sizes":null,"Download":"x","Bound":null}"#, #"{"__type":"y","Download":"x","z":1}"#] {
            #expect(try count(text) == nil)
            #expect(try parse(Medium.self, text).value == .download("x"))
        }
    }

    @Test("with no member or with several deviates")
    func otherCounts() throws {
        for (text, expected) in [("{}", 0), (#"{"Download":null}"#, 0), (#"{"unknown":1}"#, 0), (#"{"Download":"x","Sizes":[]}"#, 2)] {
            #expect(try count(text) == expected, "\(text)")
            #expect(try parse(Medium.self, text).value == .unrecognized)
        }
        #expect(try count(#"{"Download":"x","Sizes":[],"Nothing":{}}"#) == 3)
    }

    @Test("with a member twice, or of another type, is malformed")
    func malformed() {
        for text in [#"{"Download":"x","Download":"x"}"#, #"["Download"]"#, #"{"Download":1}"#, "\"Download\"", "null"] {
            #expect(failure(reading: Medium.self, text) != nil, "\(text)")
        }
    }

    @Test("within a structure is noted with its place")
    func place() throws {
        let deviations = try parse(PutBookRequest.self, #"{"Book":{"Isbn":"","Title":"","Genre":"","Published":0,"Medium":{}}}"#).deviations
        #expect(deviations.map(\.path.exact) == ["Book.Medium"])
        #expect(deviations.map(\.kind) == [.unionMembers(0)])
    }
}

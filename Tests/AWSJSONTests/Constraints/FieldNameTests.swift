import AWSJSON
import Testing

@Suite("The field name of a violation")
struct FieldNameTests {
    @Test("is dotted, each name with a small first letter, without indexes")
    func form() throws {
        let text = #"{"Book":{"Chapters":[{"Name":"1"},{"Sections":[{"Next":{}}],"Name":""}]}}"#
        let found = try violations(in: PutBookRequest.self, text).filter { $0.fieldName.hasSuffix("next.name") }
        #expect(found.map(\.fieldName) == ["book.chapters.sections.next.name"])
        #expect(found.map(\.path.exact) == ["Book.Chapters[1].Sections[0].Next.Name"])
    }

    @Test("of a map's entry ends with the key as it came")
    func mapKey() throws {
        let found = try violations(in: Book.self, #"{"Reviews":{"Key One":["A"]}}"#).filter {
            $0.code == .invalidStringFormat
        }
        #expect(found.map(\.fieldName) == ["reviews.Key One"])
        #expect(found.map(\.path.exact) == ["Reviews.Key One[0]"])
    }
}

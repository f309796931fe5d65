import SmithyTypes
import Testing

@Suite("A free-form document")
struct DocumentTests {
    private let document = Document.object([
        DocumentMember(name: "b", value: .string("second letter")),
        DocumentMember(name: "a", value: .list([.null, .boolean(true), .number("1.0")])),
    ])

    @Test("gives an object's members by name, and nothing of any other value")
    func members() {
        #expect(document["b"] == .string("second letter"))
        #expect(document["c"] == nil)
        #expect(document["a"]?["b"] == nil)
        #expect(Document.string("b")["b"] == nil)
    }

    @Test("gives the text of a string alone")
    func text() {
        #expect(document["b"]?.text == "second letter")
        #expect(document["a"]?.text == nil)
        #expect(Document.number("1").text == nil)
    }

    @Test("keeps the spelling of a number: 1.0 is not 1")
    func numbers() {
        #expect(Document.number("1.0") != Document.number("1"))
        #expect(Set([Document.number("1.0"), .number("1"), .number("1")]).count == 2)
    }

    @Test("keeps the order of an object's members: another order is another document")
    func order() {
        guard case .object(let members) = document else { return }
        #expect(Document.object(members.reversed()) != document)
    }
}

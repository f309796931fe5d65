import AWSJSON
import SmithyTypes
import Testing

@Suite("An object")
struct ObjectTests {
    @Test(
        "names no member twice",
        arguments: [
            #"{"Name":"1","Name":"1"}"#, #"{"Name":"1","Printed":null,"Name":"2"}"#, #"{"Name":null,"Name":"2"}"#,
            #"{"Name":"1","N\u0061me":"1"}"#, #"{"x":1,"x":1}"#, #"{"x":1,"Name":"1","\u0078":2}"#, #"{"":1,"":2}"#,
            #"{"Sections":[{"Name":"1","Name":"2"}]}"#, #"{"x":{"y":1,"y":2}}"#, #"{"x":[[{"y":{"z":1,"\u007a":2}}]]}"#,
        ]
    )
    func duplicates(text: String) {
        #expect(failure(reading: Chapter.self, text)?.reason == .duplicateMember)
    }

    @Test("names no key of a map or of a free-form document twice")
    func duplicateKeys() {
        #expect(failure(reading: Book.self, #"{"Prices":{"a":1,"\u0061":2}}"#)?.reason == .duplicateMember)
        #expect(failure(reading: Book.self, #"{"Extra":{"a":1,"b":{},"a":1}}"#)?.reason == .duplicateMember)
    }

    @Test("may use a name again in another object")
    func sameNameElsewhere() {
        #expect(
            failure(reading: Chapter.self, #"{"Name":"1","Next":{"Name":"2"},"x":{"x":{"x":1}},"y":{"x":1}}"#) == nil
        )
    }

    @Test("with more than sixteen unknown members still names none twice")
    func manyUnknown() {
        let members = (0..<40).map { "\"k\($0)\":\($0)" }
        #expect(failure(reading: Nothing.self, "{\(members.joined(separator: ","))}") == nil)
        for repeated in [0, 15, 16, 17, 39] {
            let text = "{\((members + ["\"k\(repeated)\":0"]).joined(separator: ","))}"
            #expect(failure(reading: Nothing.self, text)?.reason == .duplicateMember, "k\(repeated)")
        }
    }

    @Test("may name its members in any order and leave any out")
    func order() throws {
        let read = try parse(Chapter.self, #"{"Sections":[],"Printed":null,"Name":"1"}"#)
        #expect(read.value == Chapter(name: "1", sections: []))
        #expect(read.deviations.isEmpty)
    }

    @Test("with a null member is as if the member were absent")
    func null() throws {
        let read = try parse(
            Book.self,
            #"{"Isbn":"0000000000","Title":"t","Genre":"3D","Published":0,"Tags":null,"Copies":null,"Medium":null,"Cover":null}"#
        )
        #expect(
            read.value
                == Book(genre: ._3d, isbn: "0000000000", published: Timestamp(millisecondsSinceEpoch: 0), title: "t")
        )
    }

    @Test("with a null where a list or a map holds its values is refused")
    func nullElements() {
        for text in [#"{"Tags":["a",null]}"#, #"{"Prices":{"a":null}}"#, #"{"Grid":[null]}"#, #"{"Chapters":[null]}"#] {
            #expect(failure(reading: Book.self, text) != nil, "\(text)")
        }
    }

    @Test("tells null from absence where the model does")
    func distinguishedNull() throws {
        func loan(_ member: String) throws -> Loan?? { try parse(Book.self, "{\(member)}").value.loan }
        #expect(try loan("") == Loan??.none)
        #expect(try loan(#""Loan":null"#) == Loan??.some(nil))
        #expect(try loan(#""Loan":{"Until":0}"#) == Loan(until: Timestamp(millisecondsSinceEpoch: 0)))
        #expect(failure(reading: Book.self, #"{"Loan":null,"Loan":null}"#)?.reason == .duplicateMember)
    }

    @Test("may have unknown members, which are read as strictly and forgotten")
    func unknown() throws {
        let unknown = #"{"__type":"x","a":[1,{"b":null}],"c":"\ud83d\ude00","d":-1.5e3,"e":{},"Name":"1"}"#
        #expect(try parse(Chapter.self, unknown).value == Chapter(name: "1"))
        for value in ["01", "[1,]", "{\"a\"}", "\"\\x\"", "tru", "[", "\"\u{1}\"", "NaN", "'a'"] {
            #expect(failure(reading: Chapter.self, "{\"x\":\(value)}") != nil, "\(value)")
        }
    }

    @Test("has names that are compared in full and with their case")
    func exactNames() throws {
        for name in ["name", "NAME", "Nam", "Names", "Name ", " Name", "Name\\u0000"] {
            #expect(try parse(Chapter.self, "{\"\(name)\":1}").deviations.count == 1, "\(name)")
        }
    }
}

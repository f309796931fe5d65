import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

@Suite("The expected contract duration")
struct ContractDurationTests {
    private func duration(_ member: String) throws -> ExpectedContractDuration?? {
        try parse(Project.self, "{\(member)}").value.expectedContractDuration
    }

    @Test("is absent, null or a value, and each is something else")
    func three() throws {
        #expect(try duration(#""Title":"t""#) == ExpectedContractDuration??.none)
        #expect(try duration(#""ExpectedContractDuration":null"#) == ExpectedContractDuration??.some(nil))
        #expect(
            try duration(#""ExpectedContractDuration":{"Term":"Months","Value":"36"}"#)
                == ExpectedContractDuration(term: .months, value: "36")
        )
    }

    @Test("is written as it was read, so that a stored document keeps the difference")
    func written() throws {
        for document in [
            "{}", #"{"ExpectedContractDuration":null}"#,
            #"{"ExpectedContractDuration":{"Term":"Months","Value":"36"}}"#,
        ] {
            #expect(text(of: try parse(Project.self, document).value) == document)
        }
    }

    @Test("is checked where it is a value")
    func checked() throws {
        #expect(try violations(in: Project.self, #"{"ExpectedContractDuration":null}"#).isEmpty)
        #expect(
            try violations(in: Project.self, #"{"ExpectedContractDuration":{"Term":"Years"}}"#).map(\.fieldName)
                .sorted() == ["expectedContractDuration.term", "expectedContractDuration.value"]
        )
    }
}

import AWSJSON
import SellingWire
import Testing

@Suite("The operations of the Selling API")
struct OperationTests {
    @Test("are 45, each with its contract")
    func all() {
        #expect(Probe.all.count == 45)
        #expect(Set(Probe.all.map(\.name)) == Set(SellingOperation.allCases.map(\.rawValue)))
        #expect(Set(Probe.all.map(\.name)) == Set(SellingModelFacts.loaded.operations.keys))
    }

    @Test("have placeholders that are written and read again as the same", arguments: Probe.all.map(\.name))
    func placeholders(operation: String) throws {
        let probe = try #require(Probe.all.first { $0.name == operation })
        for placeholder in try probe.placeholders() { #expect(placeholder.written == placeholder.reread) }
    }

    @Test("read any document of their model's form, and write it again byte for byte")
    func anyDocument() throws {
        let facts = SellingModelFacts.loaded
        var random = SeededGenerator(seed: 61)
        var used: Set<String> = []
        for probe in Probe.all {
            let operation = try #require(facts.operations[probe.name])
            for _ in 0..<40 {
                if let input = operation.input {
                    let document = facts.document(of: input, &random, used: &used)
                    try #require(try probe.rereadInput(document) == document, "\(probe.name)")
                }
                if let output = operation.output {
                    let document = facts.document(of: output, &random, used: &used)
                    try #require(try probe.rereadOutput(document) == document, "\(probe.name)")
                }
            }
            for error in operation.errors {
                let document = facts.document(of: error, &random, used: &used)
                #expect(try probe.rereadError(error, document) == document, "\(probe.name) \(error)")
            }
        }
        let structures = facts.shapes.filter { $0.value.type == "structure" }.keys
        #expect(Set(structures).subtracting(used).sorted() == [], "structures that no operation reached")
    }

    @Test("model no error but their own")
    func otherErrors() throws {
        let errors = SellingModelFacts.loaded.shapes.filter { $0.value.exception == true }.keys
        for probe in Probe.all {
            let own = Set(SellingModelFacts.loaded.operations[probe.name]?.errors ?? [])
            for error in errors {
                #expect(try (probe.rereadError(error, "{}") != nil) == own.contains(error), "\(probe.name) \(error)")
            }
            #expect(try probe.rereadError("UnknownOperationException", "{}") == nil)
        }
    }

    @Test("want a catalog that is AWS or Sandbox, spelled so", arguments: Probe.all.map(\.name))
    func catalog(operation: String) throws {
        let probe = try #require(Probe.all.first { $0.name == operation })
        let input = try #require(SellingModelFacts.loaded.operations[operation]?.input)
        guard SellingModelFacts.loaded.shapes[input]?.members?["Catalog"] != nil else {
            #expect(["ListTagsForResource", "TagResource", "UntagResource"].contains(operation))
            return
        }
        func codes(_ catalog: String) throws -> [String] {
            try probe.violations("{\"Catalog\":\(catalog)}").filter { $0.fieldName == "catalog" }.map(\.code.rawValue)
        }
        for wrong in ["\"Foo\"", "\"aws\"", "\"SANDBOX\"", "\"\"", "\"AWS \""] {
            #expect(try codes(wrong) == ["INVALID_ENUM_VALUE"], "\(wrong)")
        }
        for right in ["\"AWS\"", "\"Sandbox\""] { #expect(try codes(right) == []) }
        #expect(try codes("null") == ["REQUIRED_FIELD_MISSING"])
    }
}

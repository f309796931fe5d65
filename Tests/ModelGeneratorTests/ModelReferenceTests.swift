import Testing

@Suite("A model's references")
struct ModelReferenceTests {
    @Test(
        "to shapes that it does not have are refused, with the place",
        arguments: [
            (#"{"S":{"type":"structure","members":{"M":{"shape":"X"}}}}"#, "{}"),
            (#"{"S":{"type":"list","member":"X"}}"#, "{}"),
            (#"{"K":{"type":"string"},"S":{"type":"map","key":"K","value":"X"}}"#, "{}"),
            (#"{"K":{"type":"string"},"S":{"type":"map","key":"X","value":"K"}}"#, "{}"),
            ("{}", #"{"S":{"input":"X","errors":[]}}"#), ("{}", #"{"S":{"output":"X","errors":[]}}"#),
            ("{}", #"{"S":{"errors":["X"]}}"#),
        ]
    )
    func dangling(shapes: String, operations: String) {
        let complaint = complaint { _ = try ModelFolder(shapes: shapes, operations: operations).generate() }
        #expect(complaint == "S names the shape X, which the model does not have")
    }

    @Test("to itself are kept by reference only where Swift needs it")
    func recursion() throws {
        let folder = try ModelFolder(
            shapes: #"""
                {"A":{"type":"structure","required":["B"],"members":{"B":{"shape":"B"},"Own":{"shape":"A"}}},
                 "B":{"type":"structure","members":{"A":{"shape":"A"},"List":{"shape":"L"},"Map":{"shape":"M"},"Union":{"shape":"U"},"Leaf":{"shape":"C"}}},
                 "C":{"type":"structure","members":{"B":{"shape":"L"}}},
                 "L":{"type":"list","member":"B"},"M":{"type":"map","key":"T","value":"B"},"T":{"type":"string"},
                 "U":{"type":"structure","union":true,"members":{"B":{"shape":"B"},"T":{"shape":"T"}}}}
                """#
        )
        let first = try folder.text(of: "Shapes/Generated/A.swift")
        #expect(first.contains("public var b: Indirect<B>\n") && first.contains("public var own: Indirect<A>?\n"))
        let second = try folder.text(of: "Shapes/Generated/B.swift")
        for property in ["a: Indirect<A>?", "list: [B]?", "map: [String: B]?", "union: U?", "leaf: C?"] {
            #expect(second.contains("public var \(property)\n"), "\(property)")
        }
        #expect(try folder.text(of: "Shapes/Generated/U.swift").contains("indirect enum U"))
    }
}

import Testing

@Suite("A patch of a model")
struct ModelPatchTests {
    private let shapes =
        #"{"E":{"type":"string","enum":["a","b"]},"S":{"type":"structure","members":{"M":{"shape":"E"}}},"x/y":{"type":"string"}}"#

    private func patched(_ patch: String) throws -> ModelFolder {
        try ModelFolder(shapes: shapes, patches: "[\(patch)]")
    }

    private func complaint(about patch: String) -> String? {
        ModelGeneratorTests.complaint { _ = try patched(patch).generate() }
    }

    @Test("adds a member, an element at a list's end, or a shape")
    func add() throws {
        let element = try patched(#"{"op":"add","path":"/shapes/E/enum/-","value":"c","reason":"r"}"#)
        #expect(try element.text(of: "Shapes/Generated/E.swift").contains("case c\n"))
        let member = try patched(#"{"op":"add","path":"/shapes/S/members/N","value":{"shape":"E"},"reason":"r"}"#)
        #expect(try member.text(of: "Shapes/Generated/S.swift").contains("public var n: E?"))
        let shape = try patched(#"{"op":"add","path":"/shapes/T","value":{"type":"structure"},"reason":"r"}"#)
        #expect(try shape.text(of: "Shapes/Generated/T.swift").contains("public struct T"))
    }

    @Test("replaces and removes what is there")
    func replaceAndRemove() throws {
        let replaced = try patched(#"{"op":"replace","path":"/shapes/E/enum","value":["z"],"reason":"r"}"#)
        #expect(try replaced.text(of: "Shapes/Generated/E.swift").contains("case z\n"))
        #expect(try !replaced.text(of: "Shapes/Generated/E.swift").contains("case a\n"))
        let removed = try patched(#"{"op":"remove","path":"/shapes/S/members/M","reason":"r"}"#)
        #expect(try !removed.text(of: "Shapes/Generated/S.swift").contains("public var"))
    }

    @Test("finds a name that has a slash or a tilde in it")
    func escapedPath() throws {
        let patched = try patched(#"{"op":"add","path":"/shapes/x~1y/enum","value":["q"],"reason":"r"}"#)
        #expect(try patched.text(of: "Shapes/Generated/XY.swift").contains("case q\n"))
    }

    @Test("that the model has caught up with is refused")
    func caughtUp() {
        #expect(
            complaint(about: #"{"op":"add","path":"/shapes/E/enum/-","value":"b","reason":"r"}"#)
                == "shapes/E/enum/-: the model has 'b' already"
        )
        #expect(
            complaint(about: #"{"op":"add","path":"/shapes/E/enum","value":["a"],"reason":"r"}"#)
                == "shapes/E/enum is there already"
        )
    }

    @Test("of what the model does not have is refused")
    func missing() {
        #expect(
            complaint(about: #"{"op":"remove","path":"/shapes/S/members/X","reason":"r"}"#)
                == "shapes/S/members/X: the model has no 'X'"
        )
        #expect(
            complaint(about: #"{"op":"replace","path":"/shapes/X","value":{},"reason":"r"}"#)
                == "shapes/X: the model has no 'X'"
        )
        #expect(
            complaint(about: #"{"op":"add","path":"/shapes/X/enum","value":[],"reason":"r"}"#)
                == "shapes/X/enum: the model has no 'X'"
        )
    }

    @Test(
        "has an operation, a path, a reason and mostly a value",
        arguments: [
            #"{"path":"/shapes/E/enum/-","value":"c","reason":"r"}"#, #"{"op":"add","value":"c","reason":"r"}"#,
            #"{"op":"add","path":"/shapes/E/enum/-","value":"c"}"#,
            #"{"op":"add","path":"/shapes/E/enum/-","value":"c","reason":""}"#,
            #"{"op":"add","path":"/shapes/E/enum/-","reason":"r"}"#,
            #"{"op":"replace","path":"/shapes/E","reason":"r"}"#,
            #"{"op":"move","path":"/shapes/E","value":{},"reason":"r"}"#,
            #"{"op":"add","path":"","value":{},"reason":"r"}"#,
            #"{"op":"replace","path":"/shapes/E/enum/0","value":"c","reason":"r"}"#,
            #"{"op":"add","path":"/shapes/E/type/x","value":"c","reason":"r"}"#, #""text""#,
        ]
    )
    func incomplete(patch: String) {
        #expect(complaint(about: patch) != nil)
    }
}

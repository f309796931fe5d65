import Testing

@Suite("What the log may show of a structure")
struct ExposureTests {
    private static let shapes = #"""
        {"A":{"type":"structure","members":{
            "Key":{"shape":"Secret"},"Keys":{"shape":"SecretList"},"ByName":{"shape":"SecretByName"},
            "BySecret":{"shape":"TextBySecret"},"Whole":{"shape":"SecretThing"},"Part":{"shape":"Thing"},
            "Parts":{"shape":"Things"},"Choice":{"shape":"Choice"},"Text":{"shape":"Text"},"Texts":{"shape":"Texts"},
            "Hidden":{"shape":"SecretTexts"}}},
         "Thing":{"type":"structure","members":{"Text":{"shape":"Text"}}},
         "SecretThing":{"type":"structure","sensitive":true,"members":{"Text":{"shape":"Text"}}},
         "Choice":{"type":"structure","union":true,"members":{"Key":{"shape":"Secret"}}},
         "Secret":{"type":"string","sensitive":true},"Text":{"type":"string"},
         "SecretList":{"type":"list","member":"Secret"},"Things":{"type":"list","member":"Thing"},
         "Texts":{"type":"list","member":"Text"},"SecretTexts":{"type":"list","sensitive":true,"member":"Text"},
         "SecretByName":{"type":"map","key":"Text","value":"Secret"},
         "TextBySecret":{"type":"map","key":"Secret","value":"Text"}}
        """#

    @Test("is decided by each member's type")
    func byType() throws {
        let text = try ModelFolder(shapes: Self.shapes).text(of: "SmallExposures.swift")
        let rows = [
            #""BySecret": .sensitive"#, #""ByName": .entries(.sensitive)"#, #""Choice": .structure(Choice.self)"#,
            #""Hidden": .sensitive"#, #""Key": .sensitive"#, #""Keys": .elements(.sensitive)"#,
            #""Part": .structure(Thing.self)"#, #""Parts": .elements(.structure(Thing.self))"#, #""Text": .plain"#,
            #""Texts": .plain"#, #""Whole": .sensitive"#,
        ]
        for row in rows { #expect(text.contains("        \(row),\n"), "\(row)") }
    }

    @Test("is nothing of a structure that is sensitive as a whole")
    func whole() throws {
        let text = try ModelFolder(shapes: Self.shapes).text(of: "SmallExposures.swift")
        #expect(
            text.contains(
                "extension SecretThing {\n    public static let exposures: [String: Exposure] = [\n        \"Text\": .sensitive,\n"
            )
        )
        #expect(
            text.contains(
                "extension Thing {\n    public static let exposures: [String: Exposure] = [\n        \"Text\": .plain,\n"
            )
        )
    }
}

import AWSJSON
import Foundation
import SmithyTypes
import Testing

@Suite("A blob")
struct BlobTests {
    @Test("is base64 with padding, as Foundation writes and reads it")
    func foundation() throws {
        var random = SeededGenerator(seed: 21)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let encoded = Data(bytes).base64EncodedString()
            #expect(text(of: Blob(bytes)) == "\"\(encoded)\"")
            #expect(try parse(Blob.self, "\"\(encoded)\"").value == Blob(bytes))
        }
    }

    @Test(
        "of another form is refused",
        arguments: [
            "blob", "\"xyz\"", "\"YmxvYg=\"", "\"YmxvYg\"", "\"YmxvYg===\"", "\"====\"", "\"A===\"", "\"=AAA\"",
            "\"AA=A\"",
            "\"AAAA=\"", "\"-_==\"", "\"YmxvYh==\"", "\"YW\\nFh\"", "\" YWFh\"", "\"YWFhé\"", "981081198", "true",
            "[98,108]",
        ]
    )
    func malformed(text: String) {
        #expect(failure(reading: Blob.self, text) != nil)
    }
}

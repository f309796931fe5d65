import AWSJSON
import SmithyTypes
import Testing

@Suite("Nesting")
struct DepthTests {
    private func nested(_ open: String, _ close: String, levels: Int) -> String {
        String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
    }

    @Test("is 64 levels deep at most, in lists, objects and both mixed")
    func limit() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            #expect(failure(reading: Document.self, nested(open, close, levels: 64)) == nil)
            #expect(failure(reading: Document.self, nested(open, close, levels: 65))?.reason == .tooDeep)
        }
        #expect(failure(reading: Document.self, nested("[{\"a\":", "}]", levels: 32)) == nil)
        #expect(failure(reading: Document.self, nested("[{\"a\":", "}]", levels: 33))?.reason == .tooDeep)
    }

    @Test("is limited in a value that is skipped and in a structure that contains itself")
    func everywhere() {
        #expect(failure(reading: Nothing.self, "{\"x\":\(nested("[", "]", levels: 63))}") == nil)
        #expect(failure(reading: Nothing.self, "{\"x\":\(nested("[", "]", levels: 64))}")?.reason == .tooDeep)
        let chapters =
            String(repeating: "{\"Name\":\"\",\"Next\":", count: 64) + "null" + String(repeating: "}", count: 64)
        #expect(failure(reading: Chapter.self, chapters) == nil)
        #expect(failure(reading: Chapter.self, "{\"Next\":\(chapters)}")?.reason == .tooDeep)
    }

    @Test("counts open levels alone: a document may have any number of lists side by side")
    func siblings() throws {
        let row = nested("[", "]", levels: 63)
        let document = try parse(Document.self, "[\(Array(repeating: row, count: 50).joined(separator: ","))]").value
        guard case .list(let rows) = document else { return }
        #expect(rows.count == 50)
    }
}

import AWSJSON
import SmithyTypes
import Testing

@Suite("A union")
struct UnionTests {
    private func count(_ text: String) throws -> Int? {
        let deviations = try parse(Medium.self, text).deviations
        guard case .unionMembers(let count) = deviations.first?.kind else { return nil }
        return count
    }

    @Test("has exactly one member; null and unknown members do not count")
    func one() throws {
        for text in [
            #"{"Download":"x"}"#, #"{"Sizes":null,"Download":"x","Bound":null}"#,
            #"{"__type":"y","Download":"x","z":1}"#,
        ] {
            #expect(try count(text) == nil)
            #expect(try parse(Medium.self, text).value == .download("x"))
        }
    }

    @Test("with no member or with several deviates")
    func otherCounts() throws {
        for (text, expected) in [
            ("{}", 0), (#"{"Download":null}"#, 0), (#"{"unknown":1}"#, 0), (#"{"Download":"x","Sizes":[]}"#, 2),
        ] {
            #expect(try count(text) == expected, "\(text)")
            #expect(try parse(Medium.self, text).value == .unrecognized)
        }
        #expect(try count(#"{"Download":"x","Sizes":[],"Nothing":{}}"#) == 3)
    }

    @Test("with a member twice, or of another type, is malformed")
    func malformed() {
        for text in [#"{"Download":"x","Download":"x"}"#, #"["Download"]"#, #"{"Download":1}"#, "\"Download\"", "null"]
        {
            #expect(failure(reading: Medium.self, text) != nil, "\(text)")
        }
    }

    @Test("within a structure is noted with its place")
    func place() throws {
        let deviations = try parse(
            PutBookRequest.self,
            #"{"Book":{"Isbn":"","Title":"","Genre":"","Published":0,"Medium":{}}}"#
        ).deviations
        #expect(deviations.map(\.path.exact) == ["Book.Medium"])
        #expect(deviations.map(\.kind) == [.unionMembers(0)])
    }
}

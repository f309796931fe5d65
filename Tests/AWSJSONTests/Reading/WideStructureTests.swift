import AWSJSON
import Testing

/// A structure of 70 members, more than the reader counts in one word.
private struct Wide: JSONStructure {
    static let names: MemberNames = [
        "m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12", "m13", "m14", "m15", "m16",
        "m17",
        "m18", "m19", "m20", "m21", "m22", "m23", "m24", "m25", "m26", "m27", "m28", "m29", "m30", "m31", "m32", "m33",
        "m34",
        "m35", "m36", "m37", "m38", "m39", "m40", "m41", "m42", "m43", "m44", "m45", "m46", "m47", "m48", "m49", "m50",
        "m51",
        "m52", "m53", "m54", "m55", "m56", "m57", "m58", "m59", "m60", "m61", "m62", "m63", "m64", "m65", "m66", "m67",
        "m68",
        "m69",
    ]

    var values: [Int: Int] = [:]

    init(from reader: inout JSONReader) throws(SerializationFailure) {
        var object = try reader.beginObject()
        while let member = try reader.nextMember(of: &object, in: Self.names) { values[member] = try reader.integer() }
    }

    func writeMembers(to writer: inout JSONWriter) {}
    func check(in constraints: inout ConstraintCheck) {}

    init() {}
    static var placeholder: Wide { Wide() }
}

@Suite("A structure of more than 64 members")
struct WideStructureTests {
    @Test("is read in any order")
    func anyOrder() throws {
        for order in [Array(0..<70), Array((0..<70).reversed())] {
            let text = "{\(order.map { "\"m\($0)\":\($0)" }.joined(separator: ","))}"
            let values = try parse(Wide.self, text).value.values
            #expect(values.count == 70 && values.allSatisfy { $0.key == $0.value })
        }
    }

    @Test("names none of them twice", arguments: [0, 62, 63, 64, 65, 69])
    func duplicates(index: Int) {
        let all = (0..<70).map { "\"m\($0)\":0" }.joined(separator: ",")
        #expect(failure(reading: Wide.self, "{\(all),\"m\(index)\":0}")?.reason == .duplicateMember)
    }
}

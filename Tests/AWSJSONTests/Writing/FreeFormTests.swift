import AWSJSON
import Foundation
import SmithyTypes
import Testing

@Suite("A free-form document")
struct FreeFormTests {
    @Test("is written and read again as the same, for random documents")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 51)
        for _ in 0..<600 {
            let document = Document.random(depth: 5, &random)
            let written = text(of: document)
            try #require(try parse(Document.self, written).value == document, "\(written)")
        }
    }

    @Test("is written as JSON that Foundation reads too")
    func foundation() throws {
        var random = SeededGenerator(seed: 52)
        for _ in 0..<200 {
            let written = text(of: Document.random(depth: 4, &random))
            #expect(throws: Never.self, "\(written)") {
                try JSONSerialization.jsonObject(with: Data(written.utf8), options: .fragmentsAllowed)
            }
        }
    }

    @Test("keeps the spelling of numbers and the order of members")
    func spelling() throws {
        let written = #"{"z":1.0,"a":[1e2,-0,1E+2,0.10],"m":{"b":null,"a":{}}}"#
        #expect(text(of: try parse(Document.self, written).value) == written)
    }
}

extension Document {
    /// A document of at most this depth; its numbers have every form of JSON's grammar, its strings any scalar.
    fileprivate static func random(depth: Int, _ random: inout SeededGenerator) -> Document {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(.random(using: &random))
        case 2: return .number(number(&random))
        case 3: return .string(string(&random))
        case 4:
            return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in .random(depth: depth - 1, &random) })
        default:
            let count = Int.random(in: 0...5, using: &random)
            return .object(
                (0..<count).map {
                    DocumentMember(name: "\($0)" + string(&random), value: .random(depth: depth - 1, &random))
                }
            )
        }
    }

    private static func number(_ random: inout SeededGenerator) -> String {
        let integer = ["0", "7", "120", "9007199254740993"].randomElement(using: &random) ?? "0"
        let fraction = ["", ".0", ".50", ".123456789"].randomElement(using: &random) ?? ""
        let exponent = ["", "e3", "E-2", "e+0"].randomElement(using: &random) ?? ""
        return (Bool.random(using: &random) ? "-" : "") + integer + fraction + exponent
    }

    private static func string(_ random: inout SeededGenerator) -> String {
        let scalars = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
                ?? Unicode.Scalar(UInt8.random(in: 0...0x7F, using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

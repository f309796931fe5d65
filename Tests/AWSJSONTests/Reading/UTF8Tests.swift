import AWSJSON
import SmithyTypes
import Testing

/// A malformed sequence and what is wrong with it.
struct MalformedUTF8: CustomTestStringConvertible, Sendable {
    let fault: String
    let bytes: [UInt8]

    var testDescription: String { fault }

    static let all = [
        MalformedUTF8(fault: "a continuation byte alone", bytes: [0x80]),
        MalformedUTF8(fault: "the last continuation byte alone", bytes: [0xBF]),
        MalformedUTF8(fault: "an overlong two-byte form of /", bytes: [0xC0, 0xAF]),
        MalformedUTF8(fault: "an overlong two-byte form of U+007F", bytes: [0xC1, 0xBF]),
        MalformedUTF8(fault: "an overlong three-byte form", bytes: [0xE0, 0x9F, 0xBF]),
        MalformedUTF8(fault: "an overlong four-byte form", bytes: [0xF0, 0x8F, 0xBF, 0xBF]),
        MalformedUTF8(fault: "the first surrogate", bytes: [0xED, 0xA0, 0x80]),
        MalformedUTF8(fault: "the last surrogate", bytes: [0xED, 0xBF, 0xBF]),
        MalformedUTF8(fault: "a pair of surrogates", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        MalformedUTF8(fault: "U+110000", bytes: [0xF4, 0x90, 0x80, 0x80]),
        MalformedUTF8(fault: "a lead byte of no scalar", bytes: [0xF5, 0x80, 0x80, 0x80]),
        MalformedUTF8(fault: "a five-byte form", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80]),
        MalformedUTF8(fault: "the byte FE", bytes: [0xFE]),
        MalformedUTF8(fault: "the byte FF", bytes: [0xFF]),
        MalformedUTF8(fault: "two bytes cut after one", bytes: [0xC3]),
        MalformedUTF8(fault: "three bytes cut after one", bytes: [0xE2]),
        MalformedUTF8(fault: "three bytes cut after two", bytes: [0xE2, 0x82]),
        MalformedUTF8(fault: "four bytes cut after three", bytes: [0xF0, 0x9F, 0x98]),
        MalformedUTF8(fault: "a second byte that does not continue", bytes: [0xC3, 0x28]),
        MalformedUTF8(fault: "a third byte that does not continue", bytes: [0xE2, 0x82, 0x28]),
        MalformedUTF8(fault: "a fourth byte that does not continue", bytes: [0xF0, 0x9F, 0x98, 0x28]),
        MalformedUTF8(fault: "a sequence with another within it", bytes: [0xE2, 0xC3, 0xA9]),
        MalformedUTF8(fault: "Latin-1", bytes: [0x63, 0x61, 0x66, 0xE9]),
    ]
}

@Suite("A body's encoding")
struct UTF8Tests {
    @Test("that is malformed is refused wherever it stands", arguments: MalformedUTF8.all)
    func malformed(sequence: MalformedUTF8) {
        for padding in 0..<18 {
            let before = [UInt8](repeating: UInt8(ascii: " "), count: padding)
            for after in [[], Array(" \"}".utf8), Array("         ".utf8)] {
                let refused = failure(reading: Document.self, before + sequence.bytes + after)
                #expect(refused?.reason == .notUTF8, "after \(padding) bytes")
            }
        }
    }

    @Test(
        "of every length of sequence is read as it came",
        arguments: ["\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"])
    func wellFormed(scalar: String) throws {
        let text = scalar == "\u{0}" ? "\\u0000" : scalar
        for padding in 0..<10 {
            let before = String(repeating: "a", count: padding)
            let read = try parse(String.self, "\"\(before)\(text)\(before)\"").value
            #expect(read.unicodeScalars.elementsEqual((before + scalar + before).unicodeScalars))
        }
    }

    @Test("is judged as Swift's own validation judges it, for random bytes")
    func oracle() throws {
        var random = SeededGenerator(seed: 11)
        let telling: [UInt8] = [
            0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
            0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...14, using: &random)
            let bytes = (0..<count).map { _ in telling[Int.random(in: telling.indices, using: &random)] }
            let isAccepted = (try? JSONReader(bytes)) != nil
            try #require(isAccepted == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }

    @Test("may not begin with a byte order mark")
    func byteOrderMark() {
        #expect(failure(reading: Nothing.self, "\u{FEFF}{}")?.reason == .unexpectedValue(expected: "an object"))
        #expect(failure(reading: Nothing.self, [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00])?.reason == .notUTF8)
        #expect(failure(reading: Nothing.self, [0x7B, 0x00, 0x7D, 0x00]) != nil)
    }
}

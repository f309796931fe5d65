import AWSJSON
import SmithyTypes
import Testing

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
        arguments: [
            "\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFE}",
            "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ]
    )
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
            0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
            0xEF,
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

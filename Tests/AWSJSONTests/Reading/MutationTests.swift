import AWSJSON
import SmithyTypes
import Testing

@Suite("A document with random damage")
struct MutationTests {
    /// What a careless or a hostile client puts in a document's way.
    private static let fragments: [[UInt8]] =
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-", "0", "1e999", "\\u", "\\ud83d", "\u{0}",
            "\u{FEFF}", "é", "\"a\":1,",
        ]
        .map { Array($0.utf8) } + [[0x80], [0xC3], [0xED, 0xA0, 0x80], [0xFF]]

    private func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...4, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
            default: bytes.replaceSubrange(start..<end, with: Self.fragments.randomElement(using: &random) ?? [])
            }
            if bytes.isEmpty { return [0x7B] }
        }
        return bytes
    }

    @Test("is read or refused, never more; what is read can be checked, written and read again", arguments: 0..<20)
    func mutations(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let valid = Array(sampleBook.utf8)
        var readCount = 0
        for _ in 0..<1000 {
            let damaged = damage(valid, &random)
            guard let read = try? parse(Book.self, damaged) else { continue }
            readCount += 1
            var constraints = ConstraintCheck(deviations: read.deviations)
            read.value.check(in: &constraints)
            let written = read.value.encoded()
            try #require(
                try parse(Book.self, written).value.encoded() == written,
                "\(String(decoding: damaged, as: UTF8.self))"
            )
        }
        // The damage is small enough that some documents survive it, and large enough that most do not.
        #expect((50..<800).contains(readCount), "\(readCount)")
    }

    @Test("whole is read to what it says")
    func undamaged() throws {
        let read = try parse(Book.self, sampleBook)
        #expect(read.deviations.isEmpty)
        #expect(read.value.title == "Caf\u{E9} \u{1F600} \"q\"")
        #expect(read.value.grid == [[1, 2], [3]])
        #expect(read.value.loan == .some(nil))
        #expect(read.value.prices == ["EUR": 12.5, "USD": 10])
        #expect(read.value.firstChapter?.next?.value.name == "2")
        #expect(read.value.cover?.bytes == Array("binary".utf8))
        #expect(try violations(in: Book.self, sampleBook).isEmpty)
    }
}

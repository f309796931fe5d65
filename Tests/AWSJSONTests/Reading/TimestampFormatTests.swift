import AWSJSON
import SmithyTypes
import Testing

@Suite("A timestamp on the wire")
struct TimestampFormatTests {
    private func read(_ text: String, _ format: TimestampFormat) -> Int64? {
        guard var reader = try? JSONReader(Array(text.utf8)) else { return nil }
        return try? reader.timestamp(format).millisecondsSinceEpoch
    }

    private func written(_ milliseconds: Int64, _ format: TimestampFormat) -> String {
        var writer = JSONWriter()
        writer.timestamp(Timestamp(millisecondsSinceEpoch: milliseconds), format)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("is written in its model's format")
    func writing() {
        #expect(written(1_398_796_238_250, .dateTime) == "\"2014-04-29T18:30:38.250Z\"")
        #expect(written(1_398_796_238_250, .epochSeconds) == "1398796238.25")
        #expect(written(1_398_796_238_000, .epochSeconds) == "1398796238")
        #expect(written(-1500, .epochSeconds) == "-1.5")
        #expect(written(1_398_796_238_250, .httpDate) == "\"Tue, 29 Apr 2014 18:30:38 GMT\"")
    }

    @Test(
        "may be a number of seconds in every format",
        arguments: [TimestampFormat.dateTime, .epochSeconds, .httpDate]
    )
    func numbers(format: TimestampFormat) {
        #expect(read("1398796238", format) == 1_398_796_238_000)
        #expect(read("1398796238.2509", format) == 1_398_796_238_251)
        #expect(read("1.398796238e9", format) == 1_398_796_238_000)
        #expect(read("-0.001", format) == -1)
    }

    @Test("is within the years that a timestamp can be written in")
    func range() {
        #expect(read("-62135596800", .dateTime) == -62_135_596_800_000)
        #expect(read("253402300799.999", .dateTime) == 253_402_300_799_999)
        for text in ["-62135596801", "253402300800", "1e300", "-1e300", "1e15", "\"0000-12-31T00:00:00Z\""] {
            #expect(read(text, .dateTime) == nil, "\(text)")
        }
    }

    @Test(
        "is no word, no number in quotes and nothing else",
        arguments: ["true", "null", "[]", "{}", "\"1398796238\"", "\"NaN\"", "\"Infinity\"", "NaN", "\"\""]
    )
    func otherForms(text: String) {
        for format in [TimestampFormat.dateTime, .epochSeconds, .httpDate] { #expect(read(text, format) == nil) }
    }

    @Test("survives epoch seconds at every millisecond")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<2000 {
            let milliseconds = Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random)
            for format in [TimestampFormat.dateTime, .epochSeconds] {
                try #require(read(written(milliseconds, format), format) == milliseconds)
            }
        }
    }
}

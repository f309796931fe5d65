import Foundation
import SmithyTypes
import Testing

/// The instants that four digits of a year can spell.
let spellableMilliseconds = -62_135_596_800_000...Int64(253_402_300_799_999)

@Suite("A timestamp's text")
struct TimestampTextTests {
    @Test("has milliseconds and is in UTC")
    func writing() {
        #expect(Timestamp(millisecondsSinceEpoch: 0).iso8601 == "1970-01-01T00:00:00.000Z")
        #expect(Timestamp(millisecondsSinceEpoch: 1_769_850_300_123).iso8601 == "2026-01-31T09:05:00.123Z")
        #expect(Timestamp(millisecondsSinceEpoch: 1_769_850_300_123).utcDate == "2026-01-31")
    }

    @Test("of an instant before 1970 counts forward within its second")
    func negativeEpoch() {
        #expect(Timestamp(millisecondsSinceEpoch: -1).iso8601 == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp(iso8601: "1969-12-31T23:59:59.999Z".utf8)?.millisecondsSinceEpoch == -1)
        #expect(Timestamp(millisecondsSinceEpoch: -86_400_000).iso8601 == "1969-12-31T00:00:00.000Z")
    }

    @Test("reaches from the first day of year 1 to the last of year 9999")
    func ends() {
        #expect(Timestamp.spellable.lowerBound.iso8601 == "0001-01-01T00:00:00.000Z")
        #expect(Timestamp.spellable.upperBound.iso8601 == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp.spellable.lowerBound.millisecondsSinceEpoch == spellableMilliseconds.lowerBound)
        #expect(Timestamp.spellable.upperBound.millisecondsSinceEpoch == spellableMilliseconds.upperBound)
    }

    @Test("of an instant beyond those ends is that of the nearest end", arguments: [Int64.min, -62_135_596_800_001])
    func clamping(milliseconds: Int64) {
        let timestamp = Timestamp(millisecondsSinceEpoch: milliseconds)
        #expect(timestamp.iso8601 == "0001-01-01T00:00:00.000Z")
        #expect(timestamp.httpDate == "Mon, 01 Jan 0001 00:00:00 GMT")
        #expect(Timestamp(millisecondsSinceEpoch: .max).iso8601 == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp(millisecondsSinceEpoch: 253_402_300_800_000).httpDate == "Fri, 31 Dec 9999 23:59:59 GMT")
    }

    @Test("says the instant again when it is read, for any instant of those years")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let timestamp = Timestamp(millisecondsSinceEpoch: Int64.random(in: spellableMilliseconds, using: &random))
            #expect(timestamp.iso8601.utf8.count == 24)
            try #require(Timestamp(iso8601: timestamp.iso8601.utf8) == timestamp, "\(timestamp)")
        }
    }

    @Test("agrees with Foundation's calendar")
    func foundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            // Foundation's calendar is Julian before October 1582.
            let milliseconds = Int64.random(in: -12_200_000_000_000...spellableMilliseconds.upperBound, using: &random)
            let date = Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let time = CivilTime(Timestamp(millisecondsSinceEpoch: milliseconds))
            #expect(time.year == parts.year && time.month == parts.month && time.day == parts.day, "\(milliseconds)")
            #expect(time.hour == parts.hour && time.minute == parts.minute && time.second == parts.second)
            #expect(time.timestamp.millisecondsSinceEpoch == milliseconds)
        }
    }

    @Test("never stops the reader, whatever bytes it has")
    func mutations() throws {
        var random = SeededGenerator(seed: 3)
        let valid = Array("2024-02-29T23:59:59.123456+05:30".utf8)
        for _ in 0..<3000 {
            var text = valid
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                text[Int.random(in: text.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            text.removeLast(Int.random(in: 0...3, using: &random))
            guard let timestamp = Timestamp(iso8601: text) else { continue }
            #expect(Timestamp(iso8601: timestamp.iso8601UTF8) == timestamp)
        }
    }
}

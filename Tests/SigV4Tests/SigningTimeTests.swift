import Foundation
import Testing

@testable import SigV4

@Suite("The time of a signature")
struct SigningTimeTests {
    @Test(
        "is written in ISO 8601's basic format",
        arguments: [
            (0, "19700101T000000Z"), (1_440_938_160, "20150830T123600Z"), (-1, "19691231T235959Z"),
            (951_782_400, "20000229T000000Z"), (4_107_542_399, "21000228T235959Z"), (4_107_542_400, "21000301T000000Z"),
        ]
    )
    func basicFormat(seconds: Int, text: String) {
        #expect(SigningTime(secondsSinceEpoch: seconds).description == text)
        #expect(SigningTime(basicFormat: Array(text.utf8)[...])?.secondsSinceEpoch == seconds)
    }

    @Test("agrees with Foundation's calendar on any day of five centuries")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: -135_000, to: 60_000, by: 97) {
            let components = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: Double(day) * 86_400)
            )
            let ours = CalendarDay(daysSinceEpoch: day)
            #expect([ours.year, ours.month, ours.day] == [components.year, components.month, components.day])
            #expect(ours.daysSinceEpoch == day)
        }
    }

    @Test(
        "is nothing but that format",
        arguments: [
            "", "20150830", "20150830T123600", "20150830T123600z", "2015-08-30T12:36:00Z", "20150830T123600ZZ",
            "20150230T000000Z", "20151301T000000Z", "20150800T000000Z", "20150830T240000Z", "20150830T126000Z",
            "20150830T123660Z", "+0150830T123600Z", "２０150830T123600Z", "20150830 123600Z",
        ]
    )
    func malformed(text: String) {
        #expect(SigningTime(basicFormat: Array(text.utf8)[...]) == nil)
    }

    @Test(
        "is read from a Date header as browsers, curl and botocore write it",
        arguments: [
            "Sun, 30 Aug 2015 12:36:00 GMT", "Sun, 30 Aug 2015 12:36:00 UTC", "Sun, 30 Aug 2015 12:36:00 -0000",
            "Sun, 30 Aug 2015 12:36:00 +0000", "20150830T123600Z",
        ]
    )
    func dateHeader(text: String) {
        #expect(SigningTime(dateHeader: Array(text.utf8)[...])?.description == "20150830T123600Z")
    }

    @Test(
        "is not guessed from any other Date header",
        arguments: [
            "", "Sun, 30 Aug 2015 12:36:00", "Sun, 30 Aug 2015 12:36:00 +0200", "Sunday, 30-Aug-15 12:36:00 GMT",
            "Sun, 31 Feb 2015 12:36:00 GMT", "Sun, 30 Agu 2015 12:36:00 GMT", "Sun  30 Aug 2015 12:36:00 GMT",
            "Sun, 30 Aug 2015 12-36-00 GMT", "Sun, 3  Aug 2015 12:36:00 GMT", "2015-08-30T12:36:00Z",
        ]
    )
    func malformedDateHeader(text: String) {
        #expect(SigningTime(dateHeader: Array(text.utf8)[...]) == nil)
    }

    @Test("can be written and moved whatever a broken clock says", arguments: [Int.min, -62_167_219_201, Int.max])
    func extremes(seconds: Int) {
        let time = SigningTime(secondsSinceEpoch: seconds)
        #expect(time.description.utf8.count == 16)
        #expect(time.advanced(bySeconds: 300) >= time)
        #expect(time.advanced(bySeconds: -300) <= time)
    }
}

import Foundation
import SmithyTypes
import Testing

@Suite("An HTTP date")
struct HTTPDateTests {
    @Test("is written as RFC 7231 prefers it, without milliseconds")
    func writing() {
        #expect(Timestamp(millisecondsSinceEpoch: 1_398_796_238_999).httpDate == "Tue, 29 Apr 2014 18:30:38 GMT")
        #expect(Timestamp(millisecondsSinceEpoch: -1).httpDate == "Wed, 31 Dec 1969 23:59:59 GMT")
    }

    @Test("agrees with Foundation's, both ways")
    func foundation() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        var random = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            // Foundation's calendar is Julian before October 1582.
            let seconds = Int64.random(in: -12_200_000_000...253_402_300_799, using: &random)
            let timestamp = Timestamp(millisecondsSinceEpoch: seconds * 1000)
            let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            try #require(timestamp.httpDate == text)
            try #require(Timestamp(httpDate: text) == timestamp)
        }
    }

    @Test("says the second again when it is read, for any second of the years 1 to 9999")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
            let timestamp = Timestamp(millisecondsSinceEpoch: seconds * 1000)
            try #require(Timestamp(httpDate: timestamp.httpDate) == timestamp, "\(timestamp.httpDate)")
        }
    }

    @Test("has a weekday, which is not compared with the date")
    func wrongWeekday() {
        #expect(Timestamp(httpDate: "Mon, 29 Apr 2014 18:30:38 GMT")?.millisecondsSinceEpoch == 1_398_796_238_000)
    }

    @Test(
        "of another form is refused",
        arguments: [
            "", "Tue, 29 Apr 2014 18:30:38", "Tue, 29 Apr 2014 18:30:38 UTC", "Tue 29 Apr 2014 18:30:38 GMT",
            "Tue, 9 Apr 2014 18:30:38 GMT", "Tue, +9 Apr 2014 18:30:38 GMT", "Tue, 31 Apr 2014 18:30:38 GMT",
            "Tue, 29 apr 2014 18:30:38 GMT", "Tue, 29 Apr 14 18:30:38 GMT", "Tue, 29 Apr 2014 24:30:38 GMT",
            "Tue, 29 Apr 2014 18:30:38 GMT ", "Xyz, 29 Apr 2014 18:30:38 GMT", "Tue, 29 Apr 2014 18:30 GMT",
            "Tue, 29 Apr 2014 -1:30:38 GMT", "Tue, 29 Apr 0000 18:30:38 GMT", "Tuesday, 29-Apr-14 18:30:38 GMT",
            "Tue Apr 29 18:30:38 2014", "2014-04-29T18:30:38Z",
        ]
    )
    func otherForm(text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }
}

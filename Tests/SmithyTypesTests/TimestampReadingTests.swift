import SmithyTypes
import Testing

@Suite("An ISO 8601 text")
struct TimestampReadingTests {
    private func read(_ text: String) -> String? {
        Timestamp(iso8601: text.utf8)?.iso8601
    }

    @Test(
        "may have any number of fraction digits, of which milliseconds are kept",
        arguments: [
            ("", ".000Z"), (".1", ".100Z"), (".12", ".120Z"), (".123", ".123Z"), (".1239", ".123Z"),
            (".999999", ".999Z"), (".368914", ".368Z"), (".520786314", ".520Z"), (".0009999999999", ".000Z"),
        ]
    )
    func fraction(given: String, kept: String) {
        #expect(read("2025-12-15T19:58:11\(given)Z") == "2025-12-15T19:58:11\(kept)")
    }

    @Test("may have more fraction digits than any number type")
    func longFraction() {
        #expect(read("2025-12-15T19:58:11." + String(repeating: "9", count: 500) + "Z") == "2025-12-15T19:58:11.999Z")
    }

    @Test(
        "may have an offset from UTC",
        arguments: [
            ("2019-12-16T22:48:18-01:00", "2019-12-16T23:48:18.000Z"),
            ("2019-12-17T00:48:18+01:00", "2019-12-16T23:48:18.000Z"),
            ("2024-03-01T00:30:00.5+05:45", "2024-02-29T18:45:00.500Z"),
            ("2023-12-31T23:59:59-23:59", "2024-01-01T23:58:59.000Z"),
            ("2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00.000Z"),
            ("2024-01-01T00:00:00-00:00", "2024-01-01T00:00:00.000Z"),
        ]
    )
    func offset(given: String, inUTC: String) {
        #expect(read(given) == inUTC)
    }

    @Test("may have small letters, as RFC 3339 allows")
    func smallLetters() {
        #expect(read("2024-01-01t00:00:00z") == "2024-01-01T00:00:00.000Z")
    }

    @Test(
        "of a day that exists is read",
        arguments: ["2024-02-29", "2000-02-29", "1600-02-29", "0004-02-29", "2023-02-28", "2023-04-30", "0001-01-01"]
    )
    func existingDay(day: String) {
        #expect(read("\(day)T12:00:00Z") == "\(day)T12:00:00.000Z")
    }

    @Test(
        "of a day that its month does not have is refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-06-31", "2024-01-32",
            "2024-00-10", "2024-13-10", "2024-01-00", "0000-01-01",
        ]
    )
    func missingDay(day: String) {
        #expect(read("\(day)T12:00:00Z") == nil)
    }

    @Test(
        "of another form is refused",
        arguments: [
            "", "2024", "2024-01-01", "2024-01-01T00:00Z", "2024-01-01T00:00:00", "2024-01-01 00:00:00Z",
            "20240101T000000Z", "2024-01-01T000000Z", "2024-1-1T00:00:00Z", "+2024-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z", "12024-01-01T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z",
            "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00,5Z", "2024-01-01T00:00:00.5",
            "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00+01:60", "2024-01-01T00:00:00+0100",
            "2024-01-01T00:00:00+01", "2024-01-01T00:00:00+01:00Z", "2024-01-01T00:00:00ZZ", " 2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00Z ", "٢٠٢٤-01-01T00:00:00Z", "2024-01-01T00:00:00Z\u{0}", "1704067200",
        ]
    )
    func otherForm(text: String) {
        #expect(read(text) == nil)
    }

    @Test("whose offset leads out of the years 1 to 9999 is refused, for it could not be written again")
    func outOfRange() {
        #expect(read("0001-01-01T00:00:00+00:01") == nil)
        #expect(read("9999-12-31T23:59:59-00:01") == nil)
        #expect(read("0001-01-01T00:01:00+00:01") == "0001-01-01T00:00:00.000Z")
    }
}

import SmithyTypes
import Testing

@Suite("Durations on the calendar")
struct CalendarDurationTests {
    static let spellings: [(String, CalendarDuration)] = [
        ("P15D", CalendarDuration(days: 15)),
        ("P2W", CalendarDuration(days: 14)),
        ("P1Y", CalendarDuration(months: 12)),
        ("P1Y2M3W4D", CalendarDuration(months: 14, days: 25)),
        ("P1M", CalendarDuration(months: 1)),
        ("PT1M", CalendarDuration(milliseconds: 60_000)),
        ("PT2H", CalendarDuration(milliseconds: 7_200_000)),
        ("PT0S", CalendarDuration()),
        ("P0D", CalendarDuration()),
        ("PT5.25S", CalendarDuration(milliseconds: 5_250)),
        ("PT0.0019S", CalendarDuration(milliseconds: 1)),
        ("P1DT12H30M5.5S", CalendarDuration(days: 1, milliseconds: 45_005_500)),
        ("PT99999999H", CalendarDuration(milliseconds: 359_999_996_400_000)),
        ("P00000007D", CalendarDuration(days: 7)),
    ]

    @Test("are read as ISO 8601 spells them", arguments: spellings)
    func reading(_ text: String, _ duration: CalendarDuration) {
        #expect(CalendarDuration(iso8601: text) == duration)
    }

    static let mistakes = [
        "", "P", "PT", "P1", "1D", "P1DT", "p1d", "P-1D", "-P1D", "+P1D", "P1.5D", "PT1.5H", "PT1.S", "PT.5S", "P1S",
        "PT1D", "P1H", "P1D2W", "P1M1Y", "P1D1D", "PT1S1H", "P1DT1H ", " P1D", "P1D\0", "P123456789D", "P1,5D", "P1Dé",
        "15 days", "PT1HT1M", "P１D",
    ]

    @Test("are nothing else", arguments: mistakes)
    func refusing(_ text: String) {
        #expect(CalendarDuration(iso8601: text) == nil)
    }

    @Test("are spelled so that they are read back", arguments: spellings)
    func writing(_ text: String, _ duration: CalendarDuration) {
        #expect(CalendarDuration(iso8601: duration.iso8601) == duration)
    }

    static let shortest: [(CalendarDuration, String)] = [
        (CalendarDuration(), "PT0S"),
        (CalendarDuration(days: 15), "P15D"),
        (CalendarDuration(months: 14, days: 1, milliseconds: 3_661_050), "P1Y2M1DT1H1M1.05S"),
        (CalendarDuration(milliseconds: 500), "PT0.5S"),
    ]

    @Test("are spelled without amounts of nothing", arguments: shortest)
    func spelling(_ duration: CalendarDuration, _ text: String) {
        #expect(duration.iso8601 == text)
    }

    static let steps = [
        ("2026-01-01T00:00:00.000Z", "P15D", "2026-01-16T00:00:00.000Z"),
        ("2026-01-31T09:05:00.123Z", "P1M", "2026-02-28T09:05:00.123Z"),
        ("2028-02-29T00:00:00.000Z", "P1Y", "2029-02-28T00:00:00.000Z"),
        ("2026-12-31T23:59:59.999Z", "PT0.001S", "2027-01-01T00:00:00.000Z"),
        ("2026-11-30T12:00:00.000Z", "P3MT12H", "2027-03-01T00:00:00.000Z"),
        ("1969-12-31T00:00:00.000Z", "P1D", "1970-01-01T00:00:00.000Z"),
        ("2026-06-01T00:00:00.000Z", "PT0S", "2026-06-01T00:00:00.000Z"),
    ]

    @Test("move an instant along the calendar", arguments: steps)
    func moving(_ start: String, _ duration: String, _ end: String) throws {
        let start = try #require(Timestamp(iso8601: start.utf8))
        let duration = try #require(CalendarDuration(iso8601: duration))
        #expect(start.advanced(by: duration)?.iso8601 == end)
    }

    @Test("do not lead out of the years that can be spelled", arguments: ["P7974Y", "P99999999Y", "P99999999W"])
    func outOfYears(_ text: String) throws {
        let start = try #require(Timestamp(iso8601: "2026-01-01T00:00:00Z".utf8))
        let duration = try #require(CalendarDuration(iso8601: text))
        #expect(start.advanced(by: duration) == nil)
    }
}

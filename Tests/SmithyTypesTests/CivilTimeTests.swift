import SmithyTypes
import Testing

@Suite("Civil time")
struct CivilTimeTests {
    @Test("knows how long each month is")
    func monthLengths() {
        let common = (1...12).map { CivilTime.days(inMonth: $0, year: 2023) }
        #expect(common == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
        #expect([2024, 2000, 1600, 4].allSatisfy { CivilTime.days(inMonth: 2, year: $0) == 29 })
        #expect([2023, 1900, 2100, 9999].allSatisfy { CivilTime.days(inMonth: 2, year: $0) == 28 })
    }

    @Test("counts every day of four centuries once")
    func consecutiveDays() throws {
        var expected = CivilTime(year: 1900, month: 1, day: 1).timestamp.millisecondsSinceEpoch
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...CivilTime.days(inMonth: month, year: year) {
                    let time = CivilTime(year: year, month: month, day: day)
                    try #require(time.timestamp.millisecondsSinceEpoch == expected)
                    try #require(CivilTime(time.timestamp) == time)
                    expected += 86_400_000
                }
            }
        }
    }

    @Test(
        "with a part outside its range is not valid",
        arguments: [
            CivilTime(year: 0, month: 1, day: 1), CivilTime(year: 10_000, month: 1, day: 1),
            CivilTime(year: 2024, month: 0, day: 1), CivilTime(year: 2024, month: 13, day: 1),
            CivilTime(year: 2023, month: 2, day: 29), CivilTime(year: 2024, month: 1, day: 0),
            CivilTime(year: 2024, month: 1, day: 1, hour: 24), CivilTime(year: 2024, month: 1, day: 1, minute: 60),
            CivilTime(year: 2024, month: 1, day: 1, second: 60), CivilTime(year: 2024, month: 1, day: 1, hour: -1),
            CivilTime(year: 2024, month: 1, day: 1, millisecond: 1000),
        ]
    )
    func invalid(time: CivilTime) {
        #expect(!time.isValid)
    }

    @Test("orders instants as timestamps do")
    func order() {
        #expect(Timestamp(millisecondsSinceEpoch: -1) < Timestamp(millisecondsSinceEpoch: 0))
        #expect(CivilTime(year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 59, millisecond: 999).isValid)
    }
}

/// A day of the Gregorian calendar, and its number counted from 1970-01-01.
struct CalendarDay: Equatable {
    let year: Int
    let month: Int
    let day: Int

    private static let daysIn400Years = 146_097
    /// From 0000-03-01, where the counting below begins, to 1970-01-01.
    private static let daysBeforeEpoch = 719_468

    /// Nil where the calendar has no such day.
    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...Self.length(ofMonth: month, year: year)).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Years are taken to begin in March: the leap day is then the last of its year, and the lengths of the months
    /// before it repeat every five.
    init(daysSinceEpoch: Int) {
        let days = daysSinceEpoch + Self.daysBeforeEpoch
        let (cycle, dayOfCycle) = days.dividedDown(by: Self.daysIn400Years)
        let leapDays = dayOfCycle / 1460 - dayOfCycle / 36524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let (cycle, yearOfCycle) = marchYear.dividedDown(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = 365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * Self.daysIn400Years + dayOfCycle - Self.daysBeforeEpoch
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }
}

extension Int {
    /// The quotient rounded towards minus infinity, and a remainder that is never negative; `divisor` is positive.
    func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

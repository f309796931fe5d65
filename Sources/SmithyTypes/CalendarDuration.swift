/// A length of time on the calendar, never negative: ISO 8601's `P15D`, `PT2H30M`, `P1Y2M10DT0.5S`.
///
/// Months and days are kept apart from the clock's hours, for they are not of one length.
public struct CalendarDuration: Hashable, Sendable {
    /// A year is 12 months.
    public var months: Int
    /// A week is 7 days.
    public var days: Int
    public var milliseconds: Int64

    public init(months: Int = 0, days: Int = 0, milliseconds: Int64 = 0) {
        self.months = months
        self.days = days
        self.milliseconds = milliseconds
    }
}

extension CalendarDuration {
    /// Reads `P[nY][nM][nW][nD][T[nH][nM][n.nS]]`: at least one amount, each of at most 8 digits, a fraction only of
    /// seconds and kept to the millisecond. Returns nil for anything else.
    public init?(iso8601 text: String) {
        var scan = DigitScan(Array(text.utf8))
        guard scan.take("P"), let date = scan.amounts(of: ["Y", "M", "W", "D"]) else { return nil }
        let hasTime = scan.take("T")
        guard let time = hasTime ? scan.amounts(of: ["H", "M", "S"]) : DurationAmounts(of: 3), scan.isAtEnd,
            hasTime ? time.count > 0 : date.count > 0
        else { return nil }
        months = 12 * date.whole[0] + date.whole[1]
        days = 7 * date.whole[2] + date.whole[3]
        let seconds = 3600 * time.whole[0] + 60 * time.whole[1] + time.whole[2]
        milliseconds = 1000 * Int64(seconds) + Int64(time.milliseconds)
    }

    /// The shortest spelling that `init(iso8601:)` reads back as this value.
    public var iso8601: String {
        let seconds = milliseconds / 1000
        let date = Self.spelled([(months / 12, "Y"), (months % 12, "M"), (days, "D")])
        var time = Self.spelled([(Int(seconds / 3600), "H"), (Int(seconds / 60 % 60), "M")])
        let rest = Self.seconds(Int(seconds % 60), milliseconds: Int(milliseconds % 1000))
        if rest != "0" || date.isEmpty && time.isEmpty { time += "\(rest)S" }
        return "P" + date + (time.isEmpty ? "" : "T\(time)")
    }

    private static func spelled(_ amounts: [(Int, String)]) -> String {
        amounts.map { $0.0 == 0 ? "" : "\($0.0)\($0.1)" }.joined()
    }

    private static func seconds(_ whole: Int, milliseconds: Int) -> String {
        guard milliseconds > 0 else { return "\(whole)" }
        var digits = String(1000 + milliseconds).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}

extension Timestamp {
    /// The instant so much later in UTC: first the months, the day cut to the month's last, then days and time of day.
    /// Nil where four digits cannot spell its year.
    public func advanced(by duration: CalendarDuration) -> Timestamp? {
        var time = CivilTime(spellable)
        let month = time.month - 1 + duration.months
        time.year += month / 12
        time.month = month % 12 + 1
        time.day = min(time.day, CivilTime.days(inMonth: time.month, year: time.year))
        let start = time.timestamp.millisecondsSinceEpoch
        let end = start + Int64(duration.days) * 86_400_000 + duration.milliseconds
        let result = Timestamp(millisecondsSinceEpoch: end)
        return Self.spellable.contains(result) ? result : nil
    }
}

/// The amounts of some units, in the order of the units.
private struct DurationAmounts {
    var whole: [Int]
    /// Of a fraction of seconds.
    var milliseconds = 0
    /// How many units are named.
    var count = 0

    init(of units: Int) {
        whole = Array(repeating: 0, count: units)
    }
}

extension DigitScan {
    /// So long that no sum of amounts overflows, and far longer than any calendar.
    private static let mostDigits = 8

    /// Amounts with their units, these in their order and each at most once; nil where something else is among them.
    fileprivate mutating func amounts(of units: [Unicode.Scalar]) -> DurationAmounts? {
        var amounts = DurationAmounts(of: units.count)
        var rest = units.indices
        while let whole = number(mostDigits: Self.mostDigits) {
            let fraction = isNext(".") ? fraction() : nil
            guard let unit = rest.first(where: { take(units[$0]) }) else { return nil }
            guard fraction == nil || units[unit] == "S" else { return nil }
            amounts.whole[unit] = whole
            amounts.milliseconds = fraction ?? 0
            amounts.count += 1
            rest = (unit + 1)..<units.endIndex
        }
        return amounts
    }
}

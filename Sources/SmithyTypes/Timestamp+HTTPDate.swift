private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

extension Timestamp {
    /// RFC 7231's date: `Tue, 29 Apr 2014 18:30:38 GMT`. Milliseconds are dropped.
    public var httpDate: String {
        let time = CivilTime(spellable)
        let clock = [time.hour, time.minute, time.second].map { Self.decimal($0, digits: 2) }.joined(separator: ":")
        let date =
            "\(Self.decimal(time.day, digits: 2)) \(months[time.month - 1]) \(Self.decimal(time.year, digits: 4))"
        return "\(weekday), \(date) \(clock) GMT"
    }

    /// Reads RFC 7231's preferred form; the weekday must be one, but is not compared with the date.
    public init?(httpDate text: String) {
        let parts = text.split(separator: ", ", omittingEmptySubsequences: false)
        guard parts.count == 2, weekdays.contains(String(parts[0])) else { return nil }
        var scan = DigitScan(Array(parts[1].utf8))
        guard let day = scan.decimal(digits: 2), scan.take(" "),
            let month = scan.word(of: months), scan.take(" "),
            let year = scan.decimal(digits: 4), scan.take(" "),
            let hour = scan.decimal(digits: 2), scan.take(":"),
            let minute = scan.decimal(digits: 2), scan.take(":"),
            let second = scan.decimal(digits: 2), scan.take(" "),
            scan.word(of: ["GMT"]) != nil, scan.isAtEnd
        else { return nil }
        let time = CivilTime(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
        guard time.isValid else { return nil }
        self = time.timestamp
    }

    private var weekday: String {
        let day = Int(
            (spellable.millisecondsSinceEpoch - Timestamp.spellable.lowerBound.millisecondsSinceEpoch) / 86_400_000
        )
        // 0001-01-01 was a Monday.
        return weekdays[(day + 4) % 7]
    }

    private static func decimal(_ value: Int, digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

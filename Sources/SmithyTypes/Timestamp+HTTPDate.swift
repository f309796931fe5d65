private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

extension Timestamp {
    /// RFC 7231's date: `Tue, 29 Apr 2014 18:30:38 GMT`. Milliseconds are dropped.
    public var httpDate: String {
        let time = CivilTime(self)
        let day = Int((millisecondsSinceEpoch - Int64(withinDayMilliseconds)) / 86_400_000)
        let weekday = weekdays[((day % 7) + 7) % 7]
        let clock = [time.hour, time.minute, time.second].map(Self.twoDigits).joined(separator: ":")
        return "\(weekday), \(Self.twoDigits(time.day)) \(months[time.month - 1]) \(time.year) \(clock) GMT"
    }

    /// Reads RFC 7231's preferred form; the weekday is not compared with the date.
    public init?(httpDate text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
            let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3])
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard clock.count == 3 else { return nil }
        let time = CivilTime(
            year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: clock[2])
        guard time.isValid else { return nil }
        self = time.timestamp
    }

    private var withinDayMilliseconds: Int {
        let remainder = Int(millisecondsSinceEpoch % 86_400_000)
        return remainder < 0 ? remainder + 86_400_000 : remainder
    }

    private static func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}

extension Timestamp {
    /// ISO 8601 with milliseconds, in UTC: `2026-01-31T09:05:00.123Z`. An instant outside the years 1 to 9999 is
    /// spelled as the nearest within.
    public var iso8601: String {
        let utf8 = iso8601UTF8
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The ASCII bytes of `iso8601`.
    public var iso8601UTF8: [UInt8] {
        let time = CivilTime(spellable)
        var text: [UInt8] = []
        text.reserveCapacity(24)
        text.append(decimal: time.year, digits: 4, then: "-")
        text.append(decimal: time.month, digits: 2, then: "-")
        text.append(decimal: time.day, digits: 2, then: "T")
        text.append(decimal: time.hour, digits: 2, then: ":")
        text.append(decimal: time.minute, digits: 2, then: ":")
        text.append(decimal: time.second, digits: 2, then: ".")
        text.append(decimal: time.millisecond, digits: 3, then: "Z")
        return text
    }

    /// The calendar day in UTC: `2026-01-31`, the form of the model's `Date`.
    public var utcDate: String {
        String(decoding: iso8601UTF8.prefix(10), as: UTF8.self)
    }

    /// Reads ISO 8601 / RFC 3339: any number of fraction digits (kept to the millisecond), `Z` or an offset.
    ///
    /// Returns nil for anything else: a day that its month does not have, or an offset that leads out of the years
    /// 1 to 9999.
    public init?(iso8601 text: some Sequence<UInt8>) {
        var scan = DigitScan(Array(text))
        guard let year = scan.decimal(digits: 4), scan.take("-"),
            let month = scan.decimal(digits: 2), scan.take("-"),
            let day = scan.decimal(digits: 2), scan.take("T") || scan.take("t"),
            let hour = scan.decimal(digits: 2), scan.take(":"),
            let minute = scan.decimal(digits: 2), scan.take(":"),
            let second = scan.decimal(digits: 2),
            let millisecond = scan.fraction(),
            let offsetMinutes = scan.offsetMinutes(), scan.isAtEnd
        else { return nil }
        let time = CivilTime(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            millisecond: millisecond
        )
        guard time.isValid else { return nil }
        self.init(millisecondsSinceEpoch: time.timestamp.millisecondsSinceEpoch - Int64(offsetMinutes) * 60_000)
        guard Self.spellable.contains(self) else { return nil }
    }

    /// The nearest instant that text can spell: mostly this one.
    var spellable: Timestamp {
        min(max(self, Self.spellable.lowerBound), Self.spellable.upperBound)
    }
}

extension [UInt8] {
    fileprivate mutating func append(decimal value: Int, digits: Int, then separator: Unicode.Scalar) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
        append(UInt8(ascii: separator))
    }
}

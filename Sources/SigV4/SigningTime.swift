/// The instant of a signature, to the second, as X-Amz-Date carries it.
public struct SigningTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSinceEpoch: Int

    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    init?(day: CalendarDay?, hour: Int?, minute: Int?, second: Int?) {
        guard let day, let hour, hour < 24, let minute, minute < 60, let second, second < 60 else { return nil }
        secondsSinceEpoch = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Reads ISO 8601's basic format, `20150830T123600Z`, and nothing else.
    init?(basicFormat octets: Octets) {
        let digits = Digits(octets)
        guard octets.count == 16, digits.letter(at: 8) == UInt8(ascii: "T"), digits.letter(at: 15) == UInt8(ascii: "Z"),
            let year = digits.number(at: 0, length: 4),
            let month = digits.number(at: 4, length: 2),
            let day = digits.number(at: 6, length: 2)
        else { return nil }
        self.init(
            day: CalendarDay(year: year, month: month, day: day),
            hour: digits.number(at: 9, length: 2),
            minute: digits.number(at: 11, length: 2),
            second: digits.number(at: 13, length: 2)
        )
    }

    /// `20150830T123600Z`
    public var description: String { basicFormat[...].text }

    /// The day alone, as a credential scope has it: `20150830`
    public var date: String { basicFormat.prefix(8).text }

    var basicFormat: [UInt8] {
        let (days, second) = secondsSinceEpoch.dividedDown(by: 86_400)
        let day = CalendarDay(daysSinceEpoch: days)
        var output: [UInt8] = []
        output.reserveCapacity(16)
        output.appendDecimal(day.year, width: 4)
        output.appendDecimal(day.month, width: 2)
        output.appendDecimal(day.day, width: 2)
        output.append(UInt8(ascii: "T"))
        output.appendDecimal(second / 3600, width: 2)
        output.appendDecimal(second / 60 % 60, width: 2)
        output.appendDecimal(second % 60, width: 2)
        output.append(UInt8(ascii: "Z"))
        return output
    }

    /// Stops at the ends of `Int` instead of trapping.
    func advanced(bySeconds seconds: Int) -> SigningTime {
        let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
        guard overflow else { return SigningTime(secondsSinceEpoch: sum) }
        return SigningTime(secondsSinceEpoch: seconds < 0 ? .min : .max)
    }

    public static func < (left: SigningTime, right: SigningTime) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}

extension [UInt8] {
    /// Exactly `width` digits: of a year beyond 9999 the last four. Only a broken clock shows one.
    fileprivate mutating func appendDecimal(_ number: Int, width: Int) {
        var divisor: UInt = width == 4 ? 1000 : 10
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number.magnitude / divisor % 10))
            divisor /= 10
        }
    }
}

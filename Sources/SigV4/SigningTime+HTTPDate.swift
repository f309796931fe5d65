extension SigningTime {
    /// Reads a Date header: `Sun, 30 Aug 2015 12:36:00 GMT` (RFC 1123), or the basic format, which AWS takes there too.
    ///
    /// botocore writes the zone as `-0000`. A zone other than UTC is refused: the string to sign needs the day in UTC,
    /// and no signer writes another.
    init?(dateHeader octets: Octets) {
        if let time = SigningTime(basicFormat: octets) {
            self = time
            return
        }
        let digits = Digits(octets)
        guard octets.count >= 26, Self.zones.contains(where: octets.dropFirst(26).equals),
            digits.text(at: 3, length: 2).equals(", "),
            [7, 11, 16].allSatisfy({ digits.letter(at: $0) == .space }),
            [19, 22].allSatisfy({ digits.letter(at: $0) == .colon }),
            digits.letter(at: 25) == .space,
            let month = Self.months.firstIndex(where: digits.text(at: 8, length: 3).equals),
            let day = digits.number(at: 5, length: 2),
            let year = digits.number(at: 12, length: 4)
        else { return nil }
        self.init(
            day: CalendarDay(year: year, month: month + 1, day: day),
            hour: digits.number(at: 17, length: 2),
            minute: digits.number(at: 20, length: 2),
            second: digits.number(at: 23, length: 2)
        )
    }

    private static let zones = ["GMT", "UTC", "-0000", "+0000"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

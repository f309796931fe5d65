/// Reads the fixed-width parts of a timestamp from ASCII bytes.
struct DigitScan {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard isNext(expected) else { return false }
        position += 1
        return true
    }

    /// Exactly `digits` decimal digits.
    mutating func decimal(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        position += digits
        return value
    }

    /// Whether this stands next; nothing is taken.
    func isNext(_ expected: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: expected)
    }

    /// As many decimal digits as stand next, up to a bound; nil where there is none.
    mutating func number(mostDigits: Int) -> Int? {
        let digits = bytes[position...].prefix(mostDigits).prefix { Self.digit($0) != nil }
        return digits.isEmpty ? nil : decimal(digits: digits.count)
    }

    /// The index of the word that stands next.
    mutating func word(of words: [String]) -> Int? {
        let index = words.firstIndex { bytes[position...].starts(with: $0.utf8) }
        position += index.map { words[$0].utf8.count } ?? 0
        return index
    }

    /// Milliseconds of an optional `.fraction`; finer digits are dropped. Nil where a dot has no digit after it.
    mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        var milliseconds = 0
        var weight = 100
        let start = position
        while position < bytes.count, let digit = Self.digit(bytes[position]) {
            milliseconds += digit * weight
            weight /= 10
            position += 1
        }
        return position > start ? milliseconds : nil
    }

    /// Minutes east of UTC: `Z`, `+hh:mm` or `-hh:mm`.
    mutating func offsetMinutes() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = decimal(digits: 2), take(":"), let minutes = decimal(digits: 2),
            hours < 24, minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 60 + minutes)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}

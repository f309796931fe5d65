/// Reads the fixed columns of a date, counted from zero.
struct Digits {
    private let octets: Octets

    init(_ octets: Octets) {
        self.octets = octets
    }

    /// The number in `length` columns; nil where one of them holds anything but a digit, or there are too few.
    func number(at column: Int, length: Int) -> Int? {
        guard column + length <= octets.count else { return nil }
        var number = 0
        for octet in columns(column, length) {
            guard let digit = octet.decimalValue else { return nil }
            number = 10 * number + digit
        }
        return number
    }

    /// The byte in that column; nil past the end.
    func letter(at column: Int) -> UInt8? {
        column < octets.count ? octets[octets.startIndex + column] : nil
    }

    func text(at column: Int, length: Int) -> Octets {
        column + length <= octets.count ? columns(column, length) : []
    }

    private func columns(_ column: Int, _ length: Int) -> Octets {
        octets.dropFirst(column).prefix(length)
    }
}

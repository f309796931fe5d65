/// Percent-encoding as SigV4 wants it: RFC 3986's unreserved characters stand for themselves, all else is `%XX` with
/// capital digits.
extension [UInt8] {
    mutating func appendPercentEncoded(_ octets: some Sequence<UInt8>) {
        for octet in octets { appendPercentEncoded(octet) }
    }

    mutating func appendPercentEncoded(_ octet: UInt8) {
        guard !octet.isUnreserved else { return append(octet) }
        append(.percent)
        append(octet.highDigit(of: Hexadecimal.capitals))
        append(octet.lowDigit(of: Hexadecimal.capitals))
    }

    /// Appends `octets` with every `%XX` decoded. A percent sign that begins no escape stands for itself, and so does
    /// a plus sign: that it means a space is a rule of HTML forms, not of URIs.
    mutating func appendPercentDecoded(_ octets: Octets) {
        var index = octets.startIndex
        while index < octets.endIndex {
            if let decoded = octets.escape(at: index) {
                append(decoded)
                index += 3
            } else {
                append(octets[index])
                index += 1
            }
        }
    }
}

extension Octets {
    var percentDecoded: [UInt8] {
        guard contains(.percent) else { return Array(self) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(count)
        decoded.appendPercentDecoded(self)
        return decoded
    }

    /// The byte that `%XX` at `index` means; nil where no whole escape stands there.
    fileprivate func escape(at index: Int) -> UInt8? {
        guard self[index] == .percent, index + 2 < endIndex,
            let high = self[index + 1].hexadecimalValue, let low = self[index + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}

extension UInt8 {
    /// RFC 3986, 2.3: letters, digits, and `- . _ ~`.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }
}

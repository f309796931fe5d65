/// Escapes that give a code point by its number.
extension PatternParser {
    mutating func numericEscape(_ name: Unicode.Scalar) throws(PatternFault) -> UInt32 {
        switch name {
        case "x" where take("{"): return try Self.codePoint(try takeAll(upTo: "}"), radix: 16)
        case "x": return try Self.codePoint(takeAll(2, where: Self.isHexadecimal), radix: 16, digits: 2)
        case "u": return try pairedCodeUnit()
        case "c": return try advance().value ^ 0x40
        default: return try octal()
        }
    }

    /// `\uD83D\uDE00` is one code point, as in UTF-16.
    private mutating func pairedCodeUnit() throws(PatternFault) -> UInt32 {
        let high = try codeUnit()
        guard (0xD800...0xDBFF).contains(high), peek() == "\\", peek(1) == "u" else { return high }
        let beforeLow = self
        _ = take("\\u")
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else {
            self = beforeLow
            return high
        }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private mutating func codeUnit() throws(PatternFault) -> UInt32 {
        try Self.codePoint(takeAll(4, where: Self.isHexadecimal), radix: 16, digits: 4)
    }

    /// One to three octal digits, the first of three at most 3.
    private mutating func octal() throws(PatternFault) -> UInt32 {
        let most = peek().map { $0 <= "3" ? 3 : 2 } ?? 0
        return try Self.codePoint(takeAll(most) { ("0"..."7").contains($0) }, radix: 8)
    }

    private static func codePoint(_ text: String, radix: Int, digits: Int? = nil) throws(PatternFault) -> UInt32 {
        guard let code = UInt32(text, radix: radix), code <= ScalarSet.last, text.count == digits ?? text.count else {
            throw .malformed("it has an escape without its number")
        }
        return code
    }

    private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && Character(scalar).isHexDigit
    }
}

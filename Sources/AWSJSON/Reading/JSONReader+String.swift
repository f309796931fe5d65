extension JSONReader {
    /// A string's text.
    public mutating func string() throws(SerializationFailure) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedValue(expected: "a string")) }
        let (range, isEscaped) = try quotedRange()
        guard isEscaped else { return text(range) }
        return String(decoding: unescaped(bytes[range]), as: UTF8.self)
    }

    private func text(_ range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { all in
            String(decoding: UnsafeBufferPointer(rebasing: all[range]), as: UTF8.self)
        }
    }

    /// Takes a quoted text and says where it stands, without its quotes. Every escape in it is well formed.
    mutating func quotedRange() throws(SerializationFailure) -> (Range<Int>, isEscaped: Bool) {
        position += 1
        let start = position
        var isEscaped = false
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return (start..<position - 1, isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                try skipEscape()
            case 0x00..<0x20:
                throw failure(.controlCharacter)
            default:
                position += 1
            }
        }
        throw failure(.endOfDocument)
    }

    /// Takes one escape. A surrogate must be followed by its other half: text that is not Unicode is refused.
    private mutating func skipEscape() throws(SerializationFailure) {
        guard position + 1 < bytes.count else { throw failure(.endOfDocument) }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(at: position + 2)
            position += 6
            if (0xDC00...0xDFFF).contains(unit) { throw failure(.badEscape) }
            guard (0xD800...0xDBFF).contains(unit) else { return }
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u"),
                (0xDC00...0xDFFF).contains(try codeUnit(at: position + 2))
            else { throw failure(.badEscape) }
            position += 6
        default:
            throw failure(.badEscape)
        }
    }

    private func codeUnit(at start: Int) throws(SerializationFailure) -> UInt16 {
        guard start + 4 <= bytes.count else { throw failure(.endOfDocument) }
        var unit: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            guard let digit = hexadecimalDigit(byte) else { throw failure(.badEscape) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// The UTF-8 of a quoted text whose escapes were checked when it was taken.
func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var units: [UInt16] = []
    var position = text.startIndex
    while position < text.endIndex {
        guard text[position] == UInt8(ascii: "\\") else {
            result.append(text[position])
            position += 1
            continue
        }
        guard text[position + 1] == UInt8(ascii: "u") else {
            result.append(plainEscape(text[position + 1]))
            position += 2
            continue
        }
        units.append(text[position + 2..<position + 6].reduce(0) { $0 << 4 | UInt16(hexadecimalDigit($1) ?? 0) })
        position += 6
        if UTF16.isLeadSurrogate(units[units.count - 1]) { continue }
        result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        units.removeAll(keepingCapacity: true)
    }
    return result
}

private func plainEscape(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
}

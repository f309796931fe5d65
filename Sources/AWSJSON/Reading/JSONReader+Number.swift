/// The kinds of number in JSON's grammar, of which only the first is an integer on this wire.
enum NumberForm {
    case integer
    case fraction
}

extension JSONReader {
    /// An integer within `bits` bits. `1.0` and `1e3` are refused: the protocol's tests call them malformed.
    public mutating func integer(bits: Int = 64) throws(SerializationFailure) -> Int {
        let (range, form) = try numberRange(expected: "an integer")
        guard form == .integer, let value = Int(text(of: range)), value >> (bits - 1) == 0 || value >> (bits - 1) == -1
        else {
            throw failure(.unexpectedValue(expected: "an integer of \(bits) bits"))
        }
        return value
    }

    /// A floating-point number; the three that JSON cannot spell come as strings.
    public mutating func double() throws(SerializationFailure) -> Double {
        if try peek() == UInt8(ascii: "\"") {
            switch try string() {
            case "NaN": return .nan
            case "Infinity": return .infinity
            case "-Infinity": return -.infinity
            default: throw failure(.unexpectedValue(expected: "a number"))
            }
        }
        let (range, _) = try numberRange(expected: "a number")
        guard let value = Double(text(of: range)), value.isFinite else {
            throw failure(.unexpectedValue(expected: "a finite number"))
        }
        return value
    }

    public mutating func boolean() throws(SerializationFailure) -> Bool {
        switch try peek() {
        case UInt8(ascii: "t"):
            try literal("true")
            return true
        case UInt8(ascii: "f"):
            try literal("false")
            return false
        default:
            throw failure(.unexpectedValue(expected: "true or false"))
        }
    }

    func text(of range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Takes a number by JSON's grammar: no leading zero, no bare dot, no plus.
    mutating func numberRange(expected: String) throws(SerializationFailure) -> (Range<Int>, NumberForm) {
        let first = try peek()
        guard first == UInt8(ascii: "-") || isDigit(first) else { throw failure(.unexpectedValue(expected: expected)) }
        let start = position
        var form = NumberForm.integer
        if first == UInt8(ascii: "-") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
            position += 1
        } else {
            try takeDigits()
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            form = .fraction
            position += 1
            try takeDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            form = .fraction
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try takeDigits()
        }
        guard position - start <= Self.maximumNumberLength else { throw failure(.numberTooLong) }
        return (start..<position, form)
    }

    private mutating func takeDigits() throws(SerializationFailure) {
        let start = position
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
        guard position > start else { throw failure(.unexpectedValue(expected: "a digit")) }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

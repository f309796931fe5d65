/// Hexadecimal digits, to write and to read.
enum Hexadecimal {
    static let capitals: StaticString = "0123456789ABCDEF"
    static let smallLetters: StaticString = "0123456789abcdef"

    /// Small letters, as SigV4 writes hashes and signatures.
    static func text(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 2 * bytes.count) { digits, count in
            for byte in bytes {
                digits.initializeElement(at: count, to: byte.highDigit(of: smallLetters))
                digits.initializeElement(at: count + 1, to: byte.lowDigit(of: smallLetters))
                count += 2
            }
        }
    }
}

extension UInt8 {
    /// `digits` holds the sixteen digits in order.
    func highDigit(of digits: StaticString) -> UInt8 {
        digits.utf8Start[Int(self >> 4)]
    }

    func lowDigit(of digits: StaticString) -> UInt8 {
        digits.utf8Start[Int(self & 0x0F)]
    }

    /// The value of a hexadecimal digit, capital or small.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

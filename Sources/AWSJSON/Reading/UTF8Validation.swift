/// Whether `bytes` are well-formed UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF).
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
        var position = 0
        while position < raw.count {
            if position + 8 <= raw.count,
                raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                position += 8
                continue
            }
            let length = sequenceLength(in: raw, at: position)
            guard length > 0 else { return false }
            position += length
        }
        return true
    }
}

/// The length of the sequence that begins at `position`; 0 where it is malformed.
private func sequenceLength(in raw: UnsafeRawBufferPointer, at position: Int) -> Int {
    let first = raw[position]
    let secondRange: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, secondRange) = (2, 0x80...0xBF)
    case 0xE0: (length, secondRange) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, secondRange) = (3, 0x80...0xBF)
    case 0xED: (length, secondRange) = (3, 0x80...0x9F)
    case 0xF0: (length, secondRange) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, secondRange) = (4, 0x80...0xBF)
    case 0xF4: (length, secondRange) = (4, 0x80...0x8F)
    default: return 0
    }
    guard position + length <= raw.count, secondRange.contains(raw[position + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where raw[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
}

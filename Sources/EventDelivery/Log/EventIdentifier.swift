/// Identifiers of events: random UUIDs (RFC 9562, version 4), for receivers to tell a repetition by.
enum EventIdentifier {
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = [high, low].flatMap { word in (0..<16).map { word >> UInt64(60 - 4 * $0) & 0x0F } }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text += String(digit, radix: 16)
        }
        return text
    }
}

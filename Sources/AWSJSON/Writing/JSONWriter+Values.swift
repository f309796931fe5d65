public import SmithyTypes

extension JSONWriter {
    /// A string with the escapes that JSON requires and no others.
    public mutating func string(_ text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                append(contentsOf: utf8[start..<index])
                escape(byte)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: literal("\\\"")
        case 0x5C: literal("\\\\")
        case 0x08: literal("\\b")
        case 0x0C: literal("\\f")
        case 0x0A: literal("\\n")
        case 0x0D: literal("\\r")
        case 0x09: literal("\\t")
        default:
            literal("\\u00")
            let digits: StaticString = "0123456789abcdef"
            append(digits.utf8Start[Int(byte >> 4)])
            append(digits.utf8Start[Int(byte & 0x0F)])
        }
    }

    public mutating func integer(_ value: Int) {
        append(contentsOf: String(value).utf8)
    }

    /// The shortest decimal form; the three values that JSON cannot spell are written as strings.
    public mutating func double(_ value: Double) {
        if value.isNaN { return string("NaN") }
        if value.isInfinite { return string(value < 0 ? "-Infinity" : "Infinity") }
        let text = value.description
        append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
    }

    public mutating func boolean(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    /// A map's entries in the order of their keys, so that equal maps have equal bytes.
    @inlinable
    public mutating func map<Value>(_ entries: [String: Value], _ write: (Value, inout JSONWriter) -> Void) {
        beginObject()
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            separate()
            string(key)
            append(UInt8(ascii: ":"))
            write(value, &self)
        }
        endObject()
    }

    @inlinable
    public mutating func map<Value>(
        _ name: StaticString,
        _ entries: [String: Value]?,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        guard let entries else {
            if unset == .null {
                key(name)
                null()
            }
            return
        }
        key(name)
        map(entries, write)
    }

    public mutating func freeForm(_ document: Document) {
        switch document {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .number(let digits): append(contentsOf: digits.utf8)
        case .string(let text): string(text)
        case .list(let elements): list(elements) { $1.freeForm($0) }
        case .object(let members):
            beginObject()
            for member in members {
                separate()
                string(member.name)
                append(UInt8(ascii: ":"))
                freeForm(member.value)
            }
            endObject()
        }
    }
}

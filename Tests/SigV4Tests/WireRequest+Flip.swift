extension WireRequest {
    /// A part of a signed request of which no byte may change.
    enum Part: CaseIterable {
        case method
        case target
        case headerName
        case headerValue
        case body
    }

    /// Puts another byte in place of one of that part; leaves the request alone where the part is empty.
    mutating func flip(_ part: Part, with generator: inout SeededGenerator) {
        switch part {
        case .method: Self.flip(&method, with: &generator)
        case .target: Self.flip(&target, with: &generator)
        case .headerName: Self.flip(&headers[generator.number(0...(headers.count - 1))].name, with: &generator)
        case .headerValue: Self.flip(&headers[generator.number(0...(headers.count - 1))].value, with: &generator)
        case .body:
            guard !body.isEmpty else { return }
            body[generator.number(0...(body.count - 1))] ^= UInt8(generator.number(1...255))
        }
    }

    /// Letters and digits change into others. In a name the case of a letter says nothing, and neither does it in an
    /// escape; so no letter changes into itself in the other case.
    private static func flip(_ text: inout String, with generator: inout SeededGenerator) {
        var bytes = Array(text.utf8)
        let positions = bytes.indices.filter { Character(Unicode.Scalar(bytes[$0])).isLetter || isDigit(bytes[$0]) }
        guard let position = positions.randomElement(using: &generator) else { return }
        let old = bytes[position]
        while bytes[position] == old || bytes[position] == old ^ 0x20 {
            bytes[position] = generator.text(of: letters.uppercased() + letters + digits, 1...1).utf8.first ?? old
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

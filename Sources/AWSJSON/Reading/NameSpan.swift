/// Where a member's name stands in the document, between its quotes.
struct NameSpan {
    let range: Range<Int>
    /// Whether the name has an escape, so that its bytes are not yet its text.
    let isEscaped: Bool

    /// The UTF-8 of the name's text.
    func utf8(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        isEscaped ? unescaped(bytes[range])[...] : bytes[range]
    }

    func text(in bytes: [UInt8]) -> String {
        String(decoding: utf8(in: bytes), as: UTF8.self)
    }
}

extension JSONReader {
    /// Takes a quoted name.
    mutating func nameSpan() throws(SerializationFailure) -> NameSpan {
        guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedValue(expected: "a member name")) }
        let (range, isEscaped) = try quotedRange()
        return NameSpan(range: range, isEscaped: isEscaped)
    }
}

/// The names that one object has used, so that a second use is found in constant time.
///
/// The hash is seeded per process: a client cannot prepare names that collide.
struct NameSet: Sendable {
    private var hashes: [Int] = []
    private var index: Set<Int> = []
    /// Up to this many names a scan is quicker than a set.
    private static let scanLimit = 16

    /// False where the name was there already.
    mutating func insert(_ name: NameSpan, of bytes: [UInt8]) -> Bool {
        var hasher = Hasher()
        name.utf8(in: bytes).withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = hasher.finalize()
        if index.isEmpty, hashes.count < Self.scanLimit {
            guard !hashes.contains(hash) else { return false }
            hashes.append(hash)
            return true
        }
        if index.isEmpty { index = Set(hashes) }
        return index.insert(hash).inserted
    }
}

/// Reads one JSON document, strictly and once, straight into generated values.
///
/// Strict means: the bytes are UTF-8, an object names no member twice, nothing follows the document, nesting and
/// numbers are bounded. Every deviation is a `SerializationFailure`. What the model asks for beyond JSON's own form
/// (a required member that is absent, a union with no member) is not a failure of reading: it is noted in
/// `deviations`, a placeholder takes its place, and the constraints report it with everything else they find.
public struct JSONReader: Sendable {
    /// Deep enough for every model and for a document that nests by intention.
    public static let maximumDepth = 64
    /// Longer numbers are refused: no shape holds one, and reading them costs time that grows with their length.
    static let maximumNumberLength = 64

    let bytes: [UInt8]
    var position = 0
    var depth = 0
    var path = FieldPath()
    /// Members of the object being read whose null is not the same as absence.
    var keepsNull: Set<Int> = []
    /// What the model requires and the document lacks.
    public private(set) var deviations: [Deviation] = []

    /// Checks that `bytes` are UTF-8 as a whole, so that no later step has to.
    public init(_ bytes: [UInt8]) throws(SerializationFailure) {
        guard isValidUTF8(bytes) else { throw SerializationFailure(.notUTF8, at: FieldPath(), offset: 0) }
        self.bytes = bytes
    }

    /// Reads a whole document as `Value`; nothing but white space may follow.
    public mutating func document<Value: JSONValue>(_ type: Value.Type) throws(SerializationFailure) -> Value {
        let value = try Value(from: &self)
        skipWhiteSpace()
        guard position == bytes.count else { throw failure(.trailingBytes) }
        return value
    }

    func failure(_ reason: SerializationFailure.Reason) -> SerializationFailure {
        SerializationFailure(reason, at: path, offset: position)
    }

    /// The value of a member that the model requires; `placeholder` where it is absent.
    public mutating func required<Value>(
        _ value: Value?,
        _ name: StaticString,
        or placeholder: @autoclosure () -> Value
    ) -> Value {
        if let value { return value }
        note(path.appending(.member(name)), .missing)
        return placeholder()
    }

    /// Notes that the union just read has `count` members instead of one.
    public mutating func unionDeviates(memberCount count: Int) {
        note(path, .unionMembers(count))
    }

    /// More than these are never reported, and a hostile document must not fill the memory with them.
    private mutating func note(_ path: FieldPath, _ kind: Deviation.Kind) {
        guard deviations.count < ConstraintCheck.maximumViolationCount else { return }
        deviations.append(Deviation(path: path, kind: kind))
    }
}

extension JSONReader {
    /// The next byte that is no white space, without taking it.
    @inline(__always)
    mutating func peek() throws(SerializationFailure) -> UInt8 {
        skipWhiteSpace()
        guard position < bytes.count else { throw failure(.endOfDocument) }
        return bytes[position]
    }

    @inline(__always)
    mutating func skipWhiteSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    mutating func expect(_ byte: UInt8, or reason: SerializationFailure.Reason) throws(SerializationFailure) {
        guard try peek() == byte else { throw failure(reason) }
        position += 1
    }

    /// Takes `null` where it stands next; false, and nothing taken, where another value does.
    mutating func takeNull() throws(SerializationFailure) -> Bool {
        guard try peek() == UInt8(ascii: "n") else { return false }
        try literal("null")
        return true
    }

    mutating func literal(_ word: StaticString) throws(SerializationFailure) {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw failure(.unexpectedValue(expected: "a value")) }
        for (offset, expected) in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount).enumerated()
        where bytes[position + offset] != expected {
            throw failure(.unexpectedValue(expected: "a value"))
        }
        position = end
    }

    mutating func enterNesting() throws(SerializationFailure) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw failure(.tooDeep) }
    }
}

public import SmithyTypes

/// What a writer does with a member that is not set.
public enum UnsetMembers: Sendable {
    /// Leaves it out: awsJson.
    case omitted
    /// Writes null: the path-style binding, as recorded from the real service.
    case null
}

/// Writes JSON into bytes. What is generic is inlinable, so that the generated code of other modules specialises it.
///
/// The order of calls is the order on the wire; the generated code keeps it well formed.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    @usableFromInline let unset: UnsetMembers

    public init(unset: UnsetMembers = .omitted, capacity: Int = 256) {
        self.unset = unset
        bytes.reserveCapacity(capacity)
    }

    public mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }

    public mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

    @usableFromInline
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    @inlinable
    public mutating func member<Value: JSONValue>(_ name: StaticString, _ value: Value) {
        key(name)
        value.write(to: &self)
    }

    @inlinable
    public mutating func member<Value: JSONValue>(_ name: StaticString, _ value: Value?) {
        if let value {
            member(name, value)
        } else if unset == .null {
            key(name)
            null()
        }
    }

    /// A member whose null is a value of its own; absent, it is written as every other unset member is.
    @inlinable
    public mutating func member<Value: JSONValue>(_ name: StaticString, nullable value: Value??) {
        guard let value else { return member(name, Value?.none) }
        key(name)
        if let value { value.write(to: &self) } else { null() }
    }

    /// A timestamp member in one of the model's formats.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: Timestamp?, _ format: TimestampFormat) {
        guard let value else {
            if unset == .null {
                key(name)
                null()
            }
            return
        }
        key(name)
        timestamp(value, format)
    }

    @inlinable
    public mutating func list<Element>(
        _ name: StaticString,
        _ elements: [Element]?,
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        guard let elements else {
            if unset == .null {
                key(name)
                null()
            }
            return
        }
        key(name)
        list(elements, write)
    }

    @inlinable
    public mutating func list<Element>(_ elements: [Element], _ write: (Element, inout JSONWriter) -> Void) {
        append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(element, &self)
        }
        append(UInt8(ascii: "]"))
    }

    public mutating func null() { literal("null") }

    mutating func literal(_ word: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// A name with its colon, and the comma before it where it is not the first. No value ends in `{`.
    public mutating func key(_ name: StaticString) {
        separate()
        append(UInt8(ascii: "\""))
        literal(name)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }

    @usableFromInline
    mutating func separate() {
        if bytes.last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
    }

    mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}

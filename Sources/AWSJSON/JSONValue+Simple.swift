public import SmithyTypes

extension String: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self = try reader.string() }
    public func write(to writer: inout JSONWriter) { writer.string(self) }
    public static var placeholder: String { "" }
}

extension Int: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self = try reader.integer() }
    public func write(to writer: inout JSONWriter) { writer.integer(self) }
    public static var placeholder: Int { 0 }
}

extension Double: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self = try reader.double() }
    public func write(to writer: inout JSONWriter) { writer.double(self) }
    public static var placeholder: Double { 0 }
}

extension Bool: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self = try reader.boolean() }
    public func write(to writer: inout JSONWriter) { writer.boolean(self) }
    public static var placeholder: Bool { false }
}

extension Document: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self = try reader.freeForm() }
    public func write(to writer: inout JSONWriter) { writer.freeForm(self) }
    public static var placeholder: Document { .null }
}

extension Blob: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) {
        let text = try reader.string()
        guard let bytes = Base64.decode(text) else { throw reader.failure(.unexpectedValue(expected: "base64")) }
        self.init(bytes)
    }
    public func write(to writer: inout JSONWriter) { writer.string(Base64.encode(bytes)) }
    public static var placeholder: Blob { Blob([]) }
}

extension Timestamp {
    /// What stands in for a required timestamp that the document lacks.
    public static var placeholder: Timestamp { Timestamp(millisecondsSinceEpoch: 0) }
}

extension Indirect: JSONValue where Value: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) { self.init(try Value(from: &reader)) }
    public func write(to writer: inout JSONWriter) { value.write(to: &writer) }
    public static var placeholder: Indirect<Value> { Indirect(Value.placeholder) }
}

extension StringEnumeration where Self: JSONValue {
    public init(from reader: inout JSONReader) throws(SerializationFailure) {
        self.init(rawValue: try reader.string())
    }
    public func write(to writer: inout JSONWriter) { writer.string(rawValue) }
    public static var placeholder: Self { Self(rawValue: "") }
}

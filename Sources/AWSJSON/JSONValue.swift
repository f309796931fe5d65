/// A value of a model that can be read from JSON and written to it.
public protocol JSONValue: Sendable {
    init(from reader: inout JSONReader) throws(SerializationFailure)
    func write(to writer: inout JSONWriter)
    /// What stands in for a required value that the document lacks. It never reaches an operation: the absence is
    /// a violation.
    static var placeholder: Self { get }
}

/// A structure of a model.
public protocol JSONStructure: JSONValue {
    /// Writes the members into an object that the caller opened and will close.
    func writeMembers(to writer: inout JSONWriter)
    /// Adds every violation of the model's constraints within this value.
    func check(in constraints: inout ConstraintCheck)
    /// What of the members, by their wire names, a person may see who reads a log.
    static var exposures: [String: Exposure] { get }
}

extension JSONStructure {
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writeMembers(to: &writer)
        writer.endObject()
    }

    /// The value's bytes in the awsJson form.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads a whole document which Cosell wrote itself, so that a deviation is damage and not a client's mistake.
    public init(stored bytes: [UInt8]) throws {
        var reader = try JSONReader(bytes)
        self = try reader.document(Self.self)
        if let deviation = reader.deviations.first {
            throw SerializationFailure(.unexpectedValue(expected: "a member"), at: deviation.path, offset: bytes.count)
        }
    }
}

/// The output of an operation that answers with an empty body. An object is read as well: other servers send `{}`.
public struct NoOutput: JSONStructure, Hashable {
    public init() {}
    public init(from reader: inout JSONReader) throws(SerializationFailure) { try reader.nothing() }
    public func writeMembers(to writer: inout JSONWriter) {}
    public func check(in constraints: inout ConstraintCheck) {}
    public static var placeholder: NoOutput { NoOutput() }
}

/// The input of an operation that takes none: an empty body, or an object whose members are ignored.
public struct NoInput: JSONStructure, Hashable {
    public init() {}
    public init(from reader: inout JSONReader) throws(SerializationFailure) { try reader.nothing() }
    public func writeMembers(to writer: inout JSONWriter) {}
    public func check(in constraints: inout ConstraintCheck) {}
    public static var placeholder: NoInput { NoInput() }
}

extension JSONReader {
    fileprivate mutating func nothing() throws(SerializationFailure) {
        skipWhiteSpace()
        guard position < bytes.count else { return }
        var object = try beginObject()
        while try nextMember(of: &object, in: []) != nil {}
    }
}

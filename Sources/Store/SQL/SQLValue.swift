/// A value as it goes into a statement.
///
/// Three kinds are all that both engines keep without loss and order alike: 64-bit integers, UTF-8 text without U+0000
/// (PostgreSQL cannot hold that one) and bytes. Instants are integers of milliseconds, flags are 0 and 1, and documents
/// are bytes in the form in which they travel.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    /// The integer, or null where there is none.
    public static func optional(_ value: Int64?) -> SQLValue {
        value.map { .integer($0) } ?? .null
    }

    /// The text, or null where there is none.
    public static func optional(_ value: String?) -> SQLValue {
        value.map { .text($0) } ?? .null
    }

    /// The bytes, or null where there are none; empty bytes are bytes.
    public static func optional(_ value: [UInt8]?) -> SQLValue {
        value.map { .bytes($0) } ?? .null
    }
}

extension SQLValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) {
        self = .null
    }
}

extension SQLValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }
}

extension SQLValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

public import SmithyTypes

/// How a model writes an instant.
public enum TimestampFormat: Sendable {
    /// `2026-01-31T09:05:00.123Z`; what Partner Central's models ask for.
    case dateTime
    /// Seconds since 1970 as a number; awsJson's default.
    case epochSeconds
    /// `Tue, 29 Apr 2014 18:30:38 GMT`.
    case httpDate
}

extension JSONReader {
    /// An instant. A number is taken as epoch seconds in every format: the real service accepts both, as far as one
    /// can tell (undocumented), and no string looks like a number.
    public mutating func timestamp(_ format: TimestampFormat) throws(SerializationFailure) -> Timestamp {
        guard try peek() == UInt8(ascii: "\"") else {
            return try epochSeconds()
        }
        let text = try string()
        let parsed =
            switch format {
            case .dateTime, .epochSeconds: Timestamp(iso8601: text.utf8)
            case .httpDate: Timestamp(httpDate: text) ?? Timestamp(iso8601: text.utf8)
            }
        guard let parsed else { throw failure(.unexpectedValue(expected: "a timestamp in \(format.description)")) }
        return parsed
    }
}

extension JSONReader {
    /// Seconds since 1970, within the years that text can spell too.
    private mutating func epochSeconds() throws(SerializationFailure) -> Timestamp {
        let milliseconds = (try double() * 1000).rounded()
        guard abs(milliseconds) < 1e15 else { throw failure(.unexpectedValue(expected: "a timestamp")) }
        let timestamp = Timestamp(millisecondsSinceEpoch: Int64(milliseconds))
        guard Timestamp.spellable.contains(timestamp) else { throw failure(.unexpectedValue(expected: "a timestamp")) }
        return timestamp
    }
}

extension JSONWriter {
    public mutating func timestamp(_ value: Timestamp, _ format: TimestampFormat) {
        switch format {
        case .dateTime:
            append(UInt8(ascii: "\""))
            append(contentsOf: value.iso8601UTF8)
            append(UInt8(ascii: "\""))
        case .epochSeconds: double(Double(value.millisecondsSinceEpoch) / 1000)
        case .httpDate: string(value.httpDate)
        }
    }
}

extension TimestampFormat {
    fileprivate var description: String {
        switch self {
        case .dateTime, .epochSeconds: "ISO 8601, such as 2026-01-31T09:05:00.123Z"
        case .httpDate: "RFC 7231, such as Tue, 29 Apr 2014 18:30:38 GMT"
        }
    }
}

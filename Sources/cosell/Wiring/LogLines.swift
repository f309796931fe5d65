import AWSJSON
import Logging
import SmithyTypes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a log line is spelled.
enum LogFormat: String, Sendable, CaseIterable {
    case text
    case json
}

/// Writes each log entry as one line on standard error, by one system call.
struct LogLines: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    private let format: LogFormat

    init(_ format: LogFormat) {
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let own = event.metadata ?? [:]
        let all = metadata.isEmpty ? own : own.merging(metadata) { own, _ in own }
        let entries = all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        StandardStream.error.write(format == .text ? Self.text(event, entries) : Self.json(event, entries))
    }

    /// `2026-01-31T09:05:00.123Z info message key=value`, made of bytes: every request has its line.
    private static func text(_ event: LogEvent, _ entries: [(String, String)]) -> [UInt8] {
        var line = Timestamp.now.iso8601UTF8
        line.reserveCapacity(256)
        line.append(UInt8(ascii: " "))
        line.append(contentsOf: event.level.rawValue.utf8)
        line.append(UInt8(ascii: " "))
        line.append(contentsOf: event.message.description.utf8)
        for (key, value) in entries {
            line.append(UInt8(ascii: " "))
            line.append(contentsOf: key.utf8)
            line.append(UInt8(ascii: "="))
            append(value, to: &line)
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// A line stays a line, whatever a value holds.
    private static func append(_ value: String, to line: inout [UInt8]) {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        if isPlain { return line.append(contentsOf: value.utf8) }
        var writer = JSONWriter()
        writer.string(value)
        line.append(contentsOf: writer.bytes)
    }

    private static func json(_ event: LogEvent, _ entries: [(String, String)]) -> [UInt8] {
        let fixed = [("time", Timestamp.now.iso8601), ("level", "\(event.level)"), ("message", "\(event.message)")]
        let members = (fixed + entries).map { DocumentMember(name: $0.0, value: .string($0.1)) }
        var writer = JSONWriter()
        writer.freeForm(.object(members))
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

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
        let all = metadata.isEmpty ? event.metadata ?? [:] : (event.metadata ?? [:]).merging(metadata) { own, _ in own }
        let entries = all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        switch format {
        case .text:
            let pairs = entries.map { " \($0.0)=\(Self.quoted($0.1))" }.joined()
            StandardStream.error.line("\(Self.now) \(event.level) \(event.message)\(pairs)")
        case .json:
            StandardStream.error.write(Self.json(event, entries) + [UInt8(ascii: "\n")])
        }
    }

    private static var now: String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000).iso8601
    }

    /// A line stays a line, whatever a value holds.
    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        if isPlain { return value }
        var writer = JSONWriter()
        writer.string(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func json(_ event: LogEvent, _ entries: [(String, String)]) -> [UInt8] {
        let fixed = [("time", now), ("level", "\(event.level)"), ("message", "\(event.message)")]
        let members = (fixed + entries).map { DocumentMember(name: $0.0, value: .string($0.1)) }
        var writer = JSONWriter()
        writer.freeForm(.object(members))
        return writer.bytes
    }
}

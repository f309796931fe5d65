import AWSJSON
import SmithyTypes
import Store

/// Where events say that they come from.
public struct EventOrigin: Sendable {
    /// `source` of the envelope, the service's own word.
    public let source: String
    public let region: String

    public init(source: String, region: String) {
        self.source = source
        self.region = region
    }
}

/// EventBridge's envelope around an event's own document.
///
/// Its form is the one of recorded events: version "0", time to the second, `resources` even where there are none. It
/// is written once, into the log, so that every target and every repetition sends the same bytes.
enum EventEnvelope {
    /// - Parameter identifier: a UUID.
    static func bytes(_ event: OutboxEvent, identifier: String, from origin: EventOrigin) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.beginObject()
        writer.member("version", "0")
        writer.member("id", identifier)
        writer.member("detail-type", event.detailType)
        writer.member("source", origin.source)
        writer.member("account", event.account)
        writer.member("time", time(event.occurredAtMilliseconds))
        writer.member("region", origin.region)
        writer.list("resources", event.resources) { $1.string($0) }
        writer.key("detail")
        return writer.bytes + event.detail + [UInt8(ascii: "}")]
    }

    /// `2026-01-31T09:05:00Z`: milliseconds are dropped.
    private static func time(_ milliseconds: Int64) -> String {
        let text = Timestamp(millisecondsSinceEpoch: milliseconds).iso8601UTF8
        return String(decoding: text.prefix("2026-01-31T09:05:00".utf8.count), as: UTF8.self) + "Z"
    }
}

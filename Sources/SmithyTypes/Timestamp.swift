/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
///
/// Milliseconds are the precision Cosell issues and compares: the JavaScript and Go SDKs keep no more of a timestamp
/// than that, so that an optimistic lock which compared finer would refuse their echo.
public struct Timestamp: Hashable, Comparable, Sendable {
    public var millisecondsSinceEpoch: Int64

    public init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}

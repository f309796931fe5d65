/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
///
/// Milliseconds are the precision Cosell issues and compares: the JavaScript and Go SDKs keep no more of a timestamp
/// than that, so that an optimistic lock which compared finer would refuse their echo.
public struct Timestamp: Hashable, Comparable, Sendable {
    public var millisecondsSinceEpoch: Int64

    public init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    /// What four digits of a year can spell: 0001-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
    public static let spellable =
        Timestamp(millisecondsSinceEpoch: -62_135_596_800_000)...Timestamp(millisecondsSinceEpoch: 253_402_300_799_999)

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}

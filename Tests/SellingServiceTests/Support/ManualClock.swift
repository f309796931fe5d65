import SmithyTypes
import Synchronization

/// Cosell's clock, standing still until a test moves it.
final class ManualClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_767_225_600_000)

    /// 2026-01-01T00:00:00Z
    var now: Timestamp { Timestamp(millisecondsSinceEpoch: milliseconds.withLock { $0 }) }

    func advance(byMilliseconds step: Int64) {
        milliseconds.withLock { $0 += step }
    }
}

/// So many requests a second, and as many at once after a pause.
struct TokenBucket: Sendable {
    private let perSecond: Double
    private var tokens: Double
    private var filledAtNanoseconds: Int64 = 0

    init(_ perSecond: Int) {
        self.perSecond = Double(perSecond)
        tokens = Double(perSecond)
    }

    /// - Parameter now: on a clock that only goes forward.
    mutating func take(at now: Int64) -> Bool {
        if filledAtNanoseconds > 0 {
            tokens = min(perSecond, tokens + Double(now - filledAtNanoseconds) / 1e9 * perSecond)
        }
        filledAtNanoseconds = now
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }
}

/// How many requests came within the last 24 hours, to the minute.
struct RollingDay: Sendable {
    private static let minutes: Int64 = 1440

    private var counts: [UInt32] = []
    private var newestMinute: Int64 = 0
    private var sum = 0

    /// - Parameter minute: since 1970; an earlier one than before (a clock set back) counts as the newest.
    mutating func add(at minute: Int64) {
        advance(to: minute)
        counts[Int(newestMinute % Self.minutes)] += 1
        sum += 1
    }

    mutating func total(at minute: Int64) -> Int {
        advance(to: minute)
        return sum
    }

    private mutating func advance(to minute: Int64) {
        if counts.isEmpty {
            counts = Array(repeating: 0, count: Int(Self.minutes))
            newestMinute = max(0, minute)
        }
        guard minute > newestMinute else { return }
        for passed in (max(newestMinute, minute - Self.minutes) + 1)...minute {
            let slot = Int(passed % Self.minutes)
            sum -= Int(counts[slot])
            counts[slot] = 0
        }
        newestMinute = minute
    }
}

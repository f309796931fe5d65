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

/// How many requests came within the last 24 hours, to ten minutes: a request counts until the ten minutes that it came
/// in are 24 hours past.
struct RollingDay: Sendable {
    private static let slots: Int64 = 144

    private var counts: [UInt32] = []
    private var newestSlot: Int64 = 0
    private var sum = 0

    /// - Parameter minute: since 1970. An earlier one than before counts as the newest; a day earlier begins anew, for a
    ///   clock that is set back must not refuse anybody until it is where it was.
    mutating func add(at minute: Int64) {
        advance(to: minute / 10)
        counts[Int(newestSlot % Self.slots)] += 1
        sum += 1
    }

    mutating func total(at minute: Int64) -> Int {
        advance(to: minute / 10)
        return sum
    }

    private mutating func advance(to slot: Int64) {
        if counts.isEmpty || slot <= newestSlot - Self.slots {
            counts = Array(repeating: 0, count: Int(Self.slots))
            newestSlot = max(0, slot)
            sum = 0
        }
        guard slot > newestSlot else { return }
        for passed in (max(newestSlot, slot - Self.slots) + 1)...slot {
            let index = Int(passed % Self.slots)
            sum -= Int(counts[index])
            counts[index] = 0
        }
        newestSlot = slot
    }
}

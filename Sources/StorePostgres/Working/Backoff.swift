#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Pauses of growing length, for a thread that tries again.
///
/// Each pause is a random part of a limit that doubles: transactions that collided would collide again if all paused
/// alike.
struct Backoff {
    private let deadline: ContinuousClock.Instant
    private let largest: Duration
    private var limit: Duration

    init(first: Duration, largest: Duration, giveUpAfter: Duration) {
        deadline = ContinuousClock.now + giveUpAfter
        self.largest = largest
        limit = first
    }

    /// Whether there is time for another attempt.
    var isOver: Bool {
        ContinuousClock.now >= deadline
    }

    /// Sleeps, holding the thread.
    mutating func pause() {
        let microseconds = Int64(limit / .microseconds(1))
        usleep(UInt32(Int64.random(in: 0...microseconds)))
        limit = min(limit * 2, largest)
    }
}

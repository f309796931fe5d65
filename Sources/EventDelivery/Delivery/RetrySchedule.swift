/// When a refused event is sent again.
public struct RetrySchedule: Sendable {
    let firstMilliseconds: Int64
    let longestMilliseconds: Int64
    /// After so many attempts an event is kept as undelivered.
    let attempts: Int

    /// After 1 s, doubling to 60 s, 24 attempts in all: about 18 minutes.
    public static let standard = RetrySchedule(firstMilliseconds: 1_000, longestMilliseconds: 60_000, attempts: 24)

    public init(firstMilliseconds: Int64, longestMilliseconds: Int64, attempts: Int) {
        self.firstMilliseconds = firstMilliseconds
        self.longestMilliseconds = longestMilliseconds
        self.attempts = attempts
    }

    /// How long an event waits that was refused so often; nil where that was often enough.
    func milliseconds(after refusals: Int) -> Int64? {
        guard refusals < attempts else { return nil }
        var pause = firstMilliseconds
        for _ in 1..<max(refusals, 1) where pause < longestMilliseconds { pause *= 2 }
        return min(pause, longestMilliseconds)
    }
}

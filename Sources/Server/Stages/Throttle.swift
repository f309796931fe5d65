import AWSJSON
public import SmithyTypes
import Synchronization

/// Whether AWS's published limits hold.
public enum LimitMode: String, Sendable, CaseIterable {
    case off
    case aws
}

/// Refuses an account that calls an operation too often: a rate by the second, a budget by the day.
///
/// The rate runs on the real clock, so that a frozen clock of Cosell's throttles nobody for ever; the budget runs on
/// Cosell's, so that a test can move to the next day.
public final class Throttle: Sendable {
    private struct Subject: Hashable {
        let accountIdentifier: String
        let operation: String
    }

    private struct Usage {
        var rate: TokenBucket
        var day = RollingDay()

        /// What is exceeded; nil, and the request counted, where nothing is.
        mutating func take(_ limit: RequestLimit, _ minute: Int64) -> String? {
            if let budget = limit.perDay, day.total(at: minute) >= budget {
                return "\(budget) requests within 24 hours"
            }
            guard rate.take(at: monotonicNanoseconds()) else {
                return "\(limit.perSecond) request\(limit.perSecond == 1 ? "" : "s") a second"
            }
            day.add(at: minute)
            return nil
        }
    }

    /// Callers choose their account freely in open mode; beyond this many, usage is forgotten and counted anew.
    private static let mostSubjects = 20_000

    private let mode: LimitMode
    private let now: @Sendable () -> Timestamp
    private let usages = Mutex<[Subject: Usage]>([:])

    /// - Parameter now: Cosell's clock.
    public init(mode: LimitMode, now: @escaping @Sendable () -> Timestamp) {
        self.mode = mode
        self.now = now
    }

    /// Counts a request, or throws ThrottlingException; a request that is refused is not counted.
    func admit(
        _ accountIdentifier: String,
        _ operation: String,
        _ service: ServiceDefinition
    ) throws(WireError) {
        guard mode == .aws, let limit = service.limits[operation] else { return }
        let subject = Subject(accountIdentifier: accountIdentifier, operation: operation)
        let minute = now().millisecondsSinceEpoch / 60_000
        let problem = usages.withLock { usages -> String? in
            if usages.count >= Self.mostSubjects, usages[subject] == nil { usages.removeAll() }
            return usages[subject, default: Usage(rate: TokenBucket(limit.perSecond))].take(limit, minute)
        }
        if let problem {
            let message = "Rate exceeded: \(operation) allows \(problem) for an account."
            throw service.refusals.throttled(message).explained([.throttled(problem)])
        }
    }
}

public import CoreMetrics
import Metrics
import Synchronization

/// The meters of requests, by operation and outcome.
///
/// swift-metrics makes a meter by looking its labels up; these are kept, because every request uses them.
public final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        let operation: String
        let outcome: String
    }

    private struct Meters: Sendable {
        let count: Counter
        let duration: Metrics.Timer
    }

    private let meters = Mutex<[Key: Meters]>([:])
    private let factory: any MetricsFactory
    private let prefix: String

    /// - Parameter prefix: what the meters' names begin with: the two APIs are counted apart.
    public init(factory: any MetricsFactory, prefix: String = "cosell") {
        self.factory = factory
        self.prefix = prefix
    }

    func record(operation: String, outcome: String, nanoseconds: Int64) {
        let meters = meters.withLock { known in
            let key = Key(operation: operation, outcome: outcome)
            if let found = known[key] { return found }
            let made = make(key)
            known[key] = made
            return made
        }
        meters.count.increment()
        meters.duration.recordNanoseconds(nanoseconds)
    }

    private func make(_ key: Key) -> Meters {
        let labels = [("operation", key.operation), ("outcome", key.outcome)]
        return Meters(
            count: Counter(label: "\(prefix)_requests_total", dimensions: labels, factory: factory),
            duration: Metrics.Timer(label: "\(prefix)_request_seconds", dimensions: labels, factory: factory)
        )
    }
}

public import CoreMetrics
import Synchronization

/// A metrics backend that keeps its values in memory and prints them in Prometheus' text form.
///
/// Counters are counted; timers and recorders become a sum and a count, from which rates and means follow.
public final class PrometheusMetrics: MetricsFactory {
    private struct Series: Hashable {
        let name: String
        let labels: String
    }

    private let counters = Mutex<[Series: CountedTotal]>([:])
    private let summaries = Mutex<[Series: SummedValues]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counters.withLock { $0.value(for: Self.series(label, dimensions), orInsert: CountedTotal()) }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        // Timers count nanoseconds; Prometheus' base unit is the second.
        summaries.withLock { $0.value(for: Self.series(label, dimensions), orInsert: SummedValues(unit: 1e-9)) }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        summaries.withLock { $0.value(for: Self.series(label, dimensions), orInsert: SummedValues(unit: 1)) }
    }

    // Meters are kept for as long as the process: there are as many as operations times outcomes.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Every value, a line each, in Prometheus' text exposition format 0.0.4.
    public var text: String {
        let totals = counters.withLock { $0 }.map { ("\($0.name)\($0.labels)", "\($1.total)", $0.name, "counter") }
        let sums = summaries.withLock { $0 }.flatMap { series, values in
            [
                ("\(series.name)_sum\(series.labels)", "\(values.sum)", series.name, "summary"),
                ("\(series.name)_count\(series.labels)", "\(values.count)", series.name, "summary"),
            ]
        }
        var typed: Set<String> = []
        return (totals + sums).sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map { line, value, name, type in
            let head = typed.insert(name).inserted ? "# TYPE \(name) \(type)\n" : ""
            return "\(head)\(line) \(value)\n"
        }.joined()
    }

    private static func series(_ label: String, _ dimensions: [(String, String)]) -> Series {
        let pairs = dimensions.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
        return Series(name: label, labels: pairs.isEmpty ? "" : "{\(pairs)}")
    }
}

private final class CountedTotal: CounterHandler {
    private let count = Atomic<Int64>(0)

    var total: Int64 { count.load(ordering: .relaxed) }

    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }

    func reset() { count.store(0, ordering: .relaxed) }
}

private final class SummedValues: TimerHandler, RecorderHandler {
    private struct State {
        var count: Int64 = 0
        var sum = 0.0
    }

    private let unit: Double
    private let state = Mutex(State())

    init(unit: Double) {
        self.unit = unit
    }

    var count: Int64 { state.withLock { $0.count } }
    var sum: Double { state.withLock { $0.sum } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration)) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { state in
            state.count += 1
            state.sum += value * unit
        }
    }
}

extension Dictionary {
    fileprivate mutating func value(for key: Key, orInsert made: @autoclosure () -> Value) -> Value {
        if let found = self[key] { return found }
        let value = made()
        self[key] = value
        return value
    }
}

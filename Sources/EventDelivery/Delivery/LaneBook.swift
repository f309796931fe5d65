/// Events that are sent one after another: one that is refused holds back those behind it, and no others.
enum DeliveryLane: Hashable, Sendable {
    /// The changes of one resource.
    case resource(EventResource)
    /// A single event, where order is not to be kept.
    case event(Int64)
    /// All events of a target that takes them in one stream.
    case everything
}

/// Which lanes of a target have something to send, which are being worked on, and which wait for a time.
///
/// A pure bookkeeping: whoever works tells it what was seen and what came of it.
struct LaneBook: Sendable {
    private enum State {
        case ready
        /// With whether something came meanwhile, which the worker may not have seen.
        case busy(hasMore: Bool)
        case waiting(untilMilliseconds: Int64)
    }

    /// What came of working on a lane.
    enum Outcome: Sendable {
        /// There was nothing left.
        case emptied
        /// There is more, and others shall have their turn before it.
        case hasMore
        /// What is next must not be sent before that time.
        case waits(untilMilliseconds: Int64)
    }

    private var states: [DeliveryLane: State] = [:]
    /// In the order in which they became ready.
    private var ready: [DeliveryLane] = []
    private(set) var busyCount = 0

    /// How many lanes have something to send.
    var count: Int { states.count }

    /// Something to be sent at `dueAtMilliseconds` was seen in a lane. What stands before it there decides when.
    mutating func note(_ lane: DeliveryLane, dueAtMilliseconds: Int64) {
        switch states[lane] {
        case nil: states[lane] = .waiting(untilMilliseconds: dueAtMilliseconds)
        case .busy: states[lane] = .busy(hasMore: true)
        case .ready, .waiting: break
        }
    }

    /// Lanes to work on now, so many that no more than `mostBusy` are worked on.
    mutating func take(mostBusy: Int, at nowMilliseconds: Int64) -> [DeliveryLane] {
        for (lane, _) in waiting.filter({ $0.until <= nowMilliseconds }).sorted(by: { $0.until < $1.until }) {
            states[lane] = .ready
            ready.append(lane)
        }
        let taken = Array(ready.prefix(max(0, mostBusy - busyCount)))
        ready.removeFirst(taken.count)
        busyCount += taken.count
        for lane in taken { states[lane] = .busy(hasMore: false) }
        return taken
    }

    /// A lane is worked on no more.
    mutating func finish(_ lane: DeliveryLane, _ outcome: Outcome) {
        guard case .busy(let hasMore) = states[lane] else { return }
        busyCount -= 1
        switch outcome {
        case .waits(let until): states[lane] = .waiting(untilMilliseconds: until)
        case .emptied where !hasMore: states[lane] = nil
        case .emptied, .hasMore:
            states[lane] = .ready
            ready.append(lane)
        }
    }

    /// When the first of the waiting lanes is due; nil where none waits.
    var nextDueMilliseconds: Int64? { waiting.map(\.until).min() }

    private var waiting: [(lane: DeliveryLane, until: Int64)] {
        states.compactMap { lane, state in
            guard case .waiting(let until) = state else { return nil }
            return (lane, until)
        }
    }
}

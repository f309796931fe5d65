import Synchronization

/// What a clock shows.
public struct ClockReading: Sendable, Hashable {
    /// Since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64
    /// Whether it stands still until it is moved or resumed.
    public let isFrozen: Bool

    public init(milliseconds: Int64, isFrozen: Bool) {
        self.milliseconds = milliseconds
        self.isFrozen = isFrozen
    }
}

/// Why the clock was not moved.
public enum ClockRefusal: Error, Sendable, Hashable {
    /// The clock shows this already, and goes back only by force.
    case backwards(now: Int64)
}

/// Cosell's clock, by which the service dates: real time and an offset, or frozen.
///
/// Its row outlives the process, and nodes on one PostgreSQL share it. A change is seen at once by the node that makes
/// it; another sees it when it reads the row again, which `follow` does once a second. What the row says is kept in two
/// atomics, so that asking for the time takes no lock and no statement.
///
/// Signatures, log lines, rates by the second and the pauses before retries have nothing to do with it: they run on the
/// machine's clock.
public final class CosellClock: Sendable {
    private let store: any Store
    private let machine: @Sendable () -> Int64
    /// The offset, or the frozen instant, shifted left by one; the lowest bit says which.
    private let setting: Atomic<Int64>
    /// What is never gone below, in milliseconds since 1970.
    private let floor: Atomic<Int64>
    private let known: Mutex<ClockState>

    /// The clock of a store that has the house's tables, as it was left there.
    public static func open(_ store: any Store) async throws -> CosellClock {
        try await open(store) { RealTime.milliseconds }
    }

    /// The same over a machine's clock of the caller's, in milliseconds since 1970.
    public static func open(
        _ store: any Store,
        machine: @escaping @Sendable () -> Int64
    ) async throws -> CosellClock {
        CosellClock(store, machine, try await store.read { try ClockTable.find(in: $0) })
    }

    private init(_ store: any Store, _ machine: @escaping @Sendable () -> Int64, _ state: ClockState) {
        self.store = store
        self.machine = machine
        known = Mutex(state)
        setting = Atomic(state.packedSetting)
        floor = Atomic(state.floor)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64 { reading.milliseconds }

    /// What the clock shows now.
    public var reading: ClockReading {
        // The setting first, for a move writes it last: who sees a move's setting sees its floor too, so that a clock
        // that was forced back does not show the floor of before.
        let packed = setting.load(ordering: .acquiring)
        let floor = floor.load(ordering: .relaxed)
        let isFrozen = packed & 1 == 1
        let shown = isFrozen ? packed >> 1 : machine() + (packed >> 1)
        return ClockReading(milliseconds: max(floor, shown), isFrozen: isFrozen)
    }

    /// Moves the clock to an instant; a frozen one stays frozen there.
    ///
    /// - Parameter force: whether it may go back. Dates that were given until then lie in the future afterwards.
    /// - Throws: `ClockRefusal`, or a `StoreError`.
    @discardableResult
    public func set(to milliseconds: Int64, force: Bool = false) async throws -> ClockReading {
        try await change { state, machine in
            let now = state.milliseconds(at: machine)
            guard milliseconds >= now || force else { throw ClockRefusal.backwards(now: now) }
            return state.moved(to: milliseconds, at: machine)
        }
    }

    /// Moves the clock by a step, which is told what the clock shows and says what it is to show. Of two at once, one
    /// comes after the other.
    ///
    /// - Throws: what the step threw, `ClockRefusal` where it leads back, or a `StoreError`.
    @discardableResult
    public func advance(
        _ step: @escaping @Sendable (_ milliseconds: Int64) throws -> Int64
    ) async throws -> ClockReading {
        try await change { state, machine in
            let now = state.milliseconds(at: machine)
            let target = try step(now)
            guard target >= now else { throw ClockRefusal.backwards(now: now) }
            return state.moved(to: target, at: machine)
        }
    }

    /// Stops the clock where it is.
    @discardableResult
    public func freeze() async throws -> ClockReading {
        try await change { $0.frozen(at: $1) }
    }

    /// Lets a frozen clock go on from where it stands.
    @discardableResult
    public func resume() async throws -> ClockReading {
        try await change { $0.resumed(at: $1) }
    }

    /// Reads the row again: another node may have moved the clock.
    public func refresh() async throws {
        adopt(try await store.read { try ClockTable.find(in: $0) })
    }

    /// Reads the row again and again, until the calling task is cancelled.
    ///
    /// - Parameter failed: is told of a reading that failed; the next one tries again.
    public func follow(every interval: Duration, failed: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: interval)
                try await refresh()
            } catch is CancellationError {
                return
            } catch {
                failed(error)
            }
        }
    }

    private func change(
        _ decide: @escaping @Sendable (_ state: ClockState, _ machine: Int64) throws -> ClockState
    ) async throws -> ClockReading {
        let machine = machine()
        let state = try await store.write { transaction in
            let state = try decide(try ClockTable.find(in: transaction), machine)
            try ClockTable.put(in: transaction, state)
            return state
        }
        adopt(state)
        return state.reading(at: machine)
    }

    /// Takes over what a row says, unless a newer one is known.
    private func adopt(_ state: ClockState) {
        known.withLock { known in
            guard state.revision > known.revision else { return }
            known = state
            floor.store(state.floor, ordering: .relaxed)
            setting.store(state.packedSetting, ordering: .releasing)
        }
    }
}

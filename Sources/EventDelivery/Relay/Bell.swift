import Store

/// Wakes whoever waits for something to have happened; ringing costs next to nothing where nobody does.
///
/// Who waits notes how often it had rung before looking, so that nothing that happened while looking is missed.
public final class Bell: Sendable {
    private enum Waiter {
        /// Is about to wait.
        case coming
        case waiting(CheckedContinuation<Void, Never>)
        /// Was woken before it waited.
        case released
    }

    private struct State {
        var rings: UInt64 = 0
        var nextNumber: UInt64 = 0
        var waiters: [UInt64: Waiter] = [:]

        /// The waiter to resume, outside the lock.
        mutating func release(_ number: UInt64) -> CheckedContinuation<Void, Never>? {
            switch waiters[number] {
            case .coming: waiters[number] = .released
            case .waiting(let waiter):
                waiters[number] = nil
                return waiter
            case .released, nil: break
            }
            return nil
        }
    }

    private let state = Monitor(State())

    public init() {}

    /// How often it has rung.
    public var rings: UInt64 { state.withLock { $0.rings } }

    /// Wakes all who wait.
    public func ring() {
        let woken = state.withLock { state in
            state.rings += 1
            return state.waiters.isEmpty ? [] : state.waiters.keys.compactMap { state.release($0) }
        }
        for waiter in woken { waiter.resume() }
    }

    /// Returns once it has rung more often than `seen`, the time is over or the task is cancelled.
    public func wait(beyond seen: UInt64, atMost duration: Duration) async {
        guard duration > .zero, let number = enter(beyond: seen) else { return }
        let timer = Task {
            try? await Task.sleep(for: duration)
            self.release(number)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { suspend($0, number) }
        } onCancel: {
            release(number)
        }
        timer.cancel()
    }

    private func enter(beyond seen: UInt64) -> UInt64? {
        state.withLock { state in
            guard state.rings == seen else { return nil }
            state.nextNumber += 1
            state.waiters[state.nextNumber] = .coming
            return state.nextNumber
        }
    }

    private func suspend(_ waiter: CheckedContinuation<Void, Never>, _ number: UInt64) {
        let isReleased = state.withLock { state in
            if case .released = state.waiters[number] {
                state.waiters[number] = nil
                return true
            }
            state.waiters[number] = .waiting(waiter)
            return false
        }
        if isReleased { waiter.resume() }
    }

    private func release(_ number: UInt64) {
        state.withLock { $0.release(number) }?.resume()
    }
}

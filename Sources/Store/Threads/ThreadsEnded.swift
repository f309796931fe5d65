/// Lets tasks wait until a number of threads have ended, without holding a thread of their own.
public final class ThreadsEnded: Sendable {
    private struct State {
        var running: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Monitor<State>

    public init(running: Int) {
        state = Monitor(State(running: running))
    }

    /// Called by each thread as its last act.
    public func threadEnded() {
        let released = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.running -= 1
            guard state.running == 0 else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        for caller in released {
            caller.resume()
        }
    }

    public func wait() async {
        await withCheckedContinuation { caller in
            let isOver = state.withLock { state in
                guard state.running > 0 else { return true }
                state.waiting.append(caller)
                return false
            }
            if isOver {
                caller.resume()
            }
        }
    }
}

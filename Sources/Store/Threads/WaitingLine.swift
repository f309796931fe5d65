/// A bounded first-in-first-out line between the tasks that ask and the threads that serve.
public final class WaitingLine<Element: Sendable>: Sendable {
    private struct State {
        var waiting: [Element] = []
        var isClosed = false
    }

    private let monitor = Monitor(State())
    private let capacity: Int

    /// - Parameter capacity: how many may wait; whoever comes after them is refused at once rather than served late.
    public init(capacity: Int) {
        self.capacity = capacity
    }

    /// - Throws: `StoreError.unavailable` where the line is closed or full.
    public func append(_ element: Element) throws {
        try monitor.withLock { state in
            guard !state.isClosed else {
                throw StoreError.unavailable("it is closed")
            }
            guard state.waiting.count < capacity else {
                throw StoreError.unavailable("\(capacity) transactions are waiting already")
            }
            state.waiting.append(element)
        }
        monitor.signal()
    }

    /// Waits until someone is in the line, and takes up to `limit` from its head. Empty: closed, and nobody is left.
    public func take(upTo limit: Int) -> [Element] {
        monitor.wait { state in
            state.waiting.isEmpty && !state.isClosed ? nil : Self.head(limit, of: &state.waiting)
        }
    }

    /// Takes up to `limit` from the head of the line without waiting for anyone.
    public func takeWaiting(upTo limit: Int) -> [Element] {
        monitor.withLock { state in Self.head(limit, of: &state.waiting) }
    }

    /// Waits until someone is in the line. False: closed, and nobody is left.
    public func waitForSomeone() -> Bool {
        monitor.wait { state in
            state.waiting.isEmpty && !state.isClosed ? nil : !state.waiting.isEmpty
        }
    }

    public var hasSomeone: Bool {
        monitor.withLock { state in !state.waiting.isEmpty }
    }

    /// Wakes another thread for who is in line: called by one that was woken and cannot serve now.
    public func passOn() {
        monitor.signal()
    }

    /// Lets nobody in any more; those in the line are still served.
    public func close() {
        monitor.withLock { state in state.isClosed = true }
        monitor.broadcast()
    }

    private static func head(_ limit: Int, of waiting: inout [Element]) -> [Element] {
        guard waiting.count > limit else {
            defer { waiting = [] }
            return waiting
        }
        defer { waiting.removeFirst(limit) }
        return Array(waiting.prefix(limit))
    }
}

import Store

/// Holds a body, and with it the thread that writes, until a test has others waiting behind it.
///
/// Bodies may be run again, so a gate once open stays open.
final class Gate: Sendable {
    private let isOpen = Monitor(false)

    func wait() {
        isOpen.wait { $0 ? () : nil }
    }

    func open() {
        isOpen.withLock { $0 = true }
        isOpen.broadcast()
    }
}

import Dispatch
import Synchronization

/// Holds a body, and with it the thread that writes, until a test has others waiting behind it.
///
/// Bodies may be run again, so that a gate once open stays open.
final class Gate: Sendable {
    private let isOpen = Mutex(false)
    private let opened = DispatchSemaphore(value: 0)

    func wait() {
        guard !isOpen.withLock({ $0 }) else { return }
        opened.wait()
        opened.signal()
    }

    func open() {
        isOpen.withLock { $0 = true }
        opened.signal()
    }
}

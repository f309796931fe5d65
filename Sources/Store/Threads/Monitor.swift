#if canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#else
    public import Darwin
#endif

/// State under a lock, with a way to sleep until it has changed.
///
/// Used here in place of the standard library's `Mutex` for two reasons. That one has no condition variable, and the
/// threads of a store sleep on one: they have nothing to do between transactions and must not spin. And ThreadSanitizer
/// knows the system's locks, but reports a race on whatever a `Mutex` guards.
///
/// Unchecked because the compiler cannot see that every access to `state` holds the lock.
public final class Monitor<State>: @unchecked Sendable {
    @usableFromInline var state: State
    @usableFromInline let lock: UnsafeMutablePointer<pthread_mutex_t>
    @usableFromInline let changed: UnsafeMutablePointer<pthread_cond_t>

    public init(_ state: State) {
        self.state = state
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Runs `body` alone.
    @inlinable
    public func withLock<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&state)
    }

    /// Runs `body` alone, and again after each change, until it yields a value. Holds the thread meanwhile.
    @inlinable
    public func wait<Value>(until body: (inout State) throws -> Value?) rethrows -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let value = try body(&state) {
                return value
            }
            pthread_cond_wait(changed, lock)
        }
    }

    /// Wakes one of those who wait; costs no system call where nobody does.
    @inlinable
    public func signal() {
        pthread_cond_signal(changed)
    }

    /// Wakes all who wait.
    @inlinable
    public func broadcast() {
        pthread_cond_broadcast(changed)
    }
}

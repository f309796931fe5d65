#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread that belongs to the store.
///
/// Waiting for a disk or a socket inside the concurrency runtime would hold one of its few threads, so an engine that
/// blocks does it on a thread of its own.
public enum DedicatedThread {
    /// - Parameters:
    ///   - name: as `ps -T` and debuggers show it; Linux keeps 15 bytes.
    ///   - body: the life of the thread.
    /// - Throws: `StoreError.unavailable` where the system gives no more threads.
    public static func start(named name: String, _ body: @escaping @Sendable () -> Void) throws {
        let life = Unmanaged.passRetained(ThreadLife(name: name, body: body))
        let status = launch(life.toOpaque())
        guard status == 0 else {
            life.release()
            throw StoreError.unavailable("the system refused a thread: \(String(cString: strerror(status)))")
        }
    }
}

private final class ThreadLife: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}

private func launch(_ context: UnsafeMutableRawPointer) -> Int32 {
    #if canImport(Darwin)
        var thread: pthread_t?
    #else
        var thread: pthread_t = 0
    #endif
    return pthread_create(&thread, nil, { live($0) }, context)
}

private func live(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    pthread_detach(pthread_self())
    guard let context else { return nil }
    let life = Unmanaged<ThreadLife>.fromOpaque(context).takeRetainedValue()
    nameThisThread(life.name)
    life.body()
    return nil
}

private func nameThisThread(_ name: String) {
    #if canImport(Darwin)
        pthread_setname_np(name)
    #else
        // What pthread_setname_np does; Swift does not import that one from glibc.
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = write(file, name, name.utf8.count)
        close(file)
    #endif
}

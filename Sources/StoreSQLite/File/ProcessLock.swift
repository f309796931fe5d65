import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps a second Cosell off a database file that one is serving.
///
/// SQLite itself would let both write, in turn. But a running Cosell holds in memory what it has reserved or read
/// (blocks of identifiers, the clock, who is signed in), and two would contradict each other without an error. The lock
/// is advisory and beside the database, so that the sqlite3 shell and a backup may still look at it. The system drops
/// it with the process, however that ends.
final class ProcessLock: Sendable {
    private let descriptor: Monitor<Int32?>

    /// - Parameter path: of the database.
    /// - Throws: `StoreError.unavailable`, naming the process that holds the lock.
    init(besideDatabaseAt path: String) throws {
        let lockPath = path + ".lock"
        let opened = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw StoreError.unavailable("\(lockPath) cannot be opened: \(SystemError.last)")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.content(of: opened)
            close(opened)
            throw StoreError.unavailable("\(path) is in use by another Cosell (process \(holder))")
        }
        Self.write(String(getpid()), to: opened)
        descriptor = Monitor(opened)
    }

    deinit {
        release()
    }

    /// Lets the next one in. The file stays: removing it could remove the lock of who has just come.
    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor {
                close(open)
            }
            descriptor = nil
        }
    }

    private static func content(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "unknown"
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        // Only there to be read by people; the lock holds without it.
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}

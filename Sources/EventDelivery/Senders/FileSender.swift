import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Appends each envelope to a file, one to a line, and has the disk keep it before it counts as accepted.
struct FileSender: EventSender {
    let mostAtOnce = 200
    private let path: String

    init(_ target: EventTarget) {
        path = target.path ?? ""
    }

    /// On a thread of its own: a disk may take its time, and the concurrency runtime has few threads.
    func send(_ events: [LoggedEvent]) async throws {
        let (path, lines) = (path, events.flatMap { $0.envelope + [UInt8(ascii: "\n")] })
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            do {
                try DedicatedThread.start(named: "cosell-events") {
                    caller.resume(with: Result { try Self.append(lines, to: path) })
                }
            } catch {
                caller.resume(throwing: error)
            }
        }
    }

    private static func append(_ lines: [UInt8], to path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        let length = lseek(file, 0, SEEK_END)
        do {
            // What an earlier end broke off must not swallow the line that follows it.
            let isWhole = length <= 0 || lastByte(of: file, length) == UInt8(ascii: "\n")
            try writeAll(isWhole ? lines : [UInt8(ascii: "\n")] + lines, to: file, path)
            guard fsync(file) == 0 || errno == EINVAL else { throw failure(path) }
        } catch {
            // Nothing of a batch that was not accepted stays behind.
            if length >= 0 { ftruncate(file, length) }
            throw error
        }
    }

    private static func lastByte(of file: Int32, _ length: off_t) -> UInt8? {
        var byte: UInt8 = 0
        return pread(file, &byte, 1, length - 1) == 1 ? byte : nil
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 || errno == EINTR else { throw failure(path) }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }

    private static func failure(_ path: String) -> DeliveryFailure {
        DeliveryFailure("\(path): \(String(cString: strerror(errno)))")
    }
}

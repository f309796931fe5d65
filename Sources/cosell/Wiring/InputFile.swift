#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that somebody named.
enum InputFile {
    private static let bufferSize = 1 << 16

    /// The whole of it.
    ///
    /// - Throws: `ExitReason.inputOutput` with the flag or argument that named it.
    static func bytes(_ path: String, named name: String) throws(ExitReason) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path, name) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: bufferSize)
        while true {
            let count = read(file, &buffer, buffer.count)
            guard count >= 0 else { throw unreadable(path, name) }
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
        }
    }

    private static func unreadable(_ path: String, _ name: String) -> ExitReason {
        .inputOutput("\(name) \(path) cannot be read: \(String(cString: strerror(errno))).")
    }
}

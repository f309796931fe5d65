import Identity

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file of the secrets key: 64 hexadecimal digits, readable by its owner only.
enum SecretsKeyFile {
    /// The key in the file; a new one, written there, where the file is missing.
    ///
    /// Two programs that start at once agree: the file is made only where it is not there, and who comes second reads.
    static func loadOrMake(_ path: String) throws(ExitReason) -> SecretsKey {
        if let key = try load(path) { return key }
        makeFolder(of: path)
        let key = SecretsKey.random()
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0, errno == EEXIST, let made = try load(path) { return made }
        guard file >= 0 else { throw .inputOutput("the secrets key \(path) cannot be made: \(reason())") }
        defer { close(file) }
        let text = Array((hexadecimal(key.bytes) + "\n").utf8)
        guard write(file, text, text.count) == text.count, fsync(file) == 0 else {
            throw .inputOutput("the secrets key \(path) cannot be written: \(reason())")
        }
        return key
    }

    private static func load(_ path: String) throws(ExitReason) -> SecretsKey? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .inputOutput("the secrets key \(path) cannot be read: \(reason())")
        }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(file, &buffer, buffer.count)
        let digits = buffer.prefix(max(0, count)).filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let bytes = bytes(ofHexadecimal: digits), let key = SecretsKey(bytes: bytes) else {
            throw .configuration("the secrets key \(path) must hold \(2 * SecretsKey.length) hexadecimal digits.")
        }
        return key
    }

    private static func makeFolder(of path: String) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        // Where it cannot be made, opening the file says why.
        _ = mkdir(String(path[..<slash]), 0o700)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(ofHexadecimal digits: [UInt8]) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}

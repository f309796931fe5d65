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
    /// The file appears whole or not at all: it is written and synced under another name and then linked into place.
    /// Of two programs that start at once one links, and the other reads what the first has linked.
    static func loadOrMake(_ path: String) throws(ExitReason) -> SecretsKey {
        if let key = try load(path) { return key }
        makeFolders(of: path)
        let draft = "\(path).\(getpid()).new"
        let key = SecretsKey.random()
        try writeWhole(hexadecimal(key.bytes) + "\n", to: draft)
        defer { unlink(draft) }
        guard link(draft, path) == 0 else {
            if errno == EEXIST, let made = try load(path) { return made }
            throw .inputOutput("the secrets key \(path) cannot be made: \(reason())")
        }
        syncFolder(of: path)
        return key
    }

    private static func writeWhole(_ text: String, to path: String) throws(ExitReason) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .inputOutput("the secrets key \(path) cannot be made: \(reason())") }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .inputOutput("the secrets key \(path) cannot be written: \(reason())")
        }
    }

    /// Makes the new name itself survive power loss: the secrets sealed with the key do.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let directory = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
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

    private static func makeFolders(of path: String) {
        for slash in path.indices where path[slash] == "/" && slash != path.startIndex {
            // Where one cannot be made, opening the file says why.
            _ = mkdir(String(path[..<slash]), 0o700)
        }
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

import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The place of a database in the file system.
enum DatabaseFile {
    /// Makes the folders that are missing (mode 0700).
    ///
    /// - Returns: the absolute path without symbolic links, so that one database has one lock by whatever name it is
    ///   opened.
    static func prepare(_ path: String) throws -> String {
        if let existing = absolute(path) {
            return existing
        }
        let (folder, name) = split(path)
        try makeFolder(folder)
        guard !name.isEmpty, let folder = absolute(folder) else {
            throw StoreError.unavailable("\(path) is no path for a database: \(SystemError.last)")
        }
        return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
    }

    /// Makes the file where it is missing (mode 0600, which SQLite gives to the files beside it as well).
    ///
    /// An existing file is not even opened: closing it again would drop locks that SQLite holds in this process.
    static func create(_ path: String) throws {
        let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 || errno == EEXIST else {
            throw StoreError.unavailable("\(path) cannot be made: \(SystemError.last)")
        }
        if opened >= 0 {
            close(opened)
            sync(split(path).folder)
        }
    }

    private static func makeFolder(_ path: String) throws {
        guard absolute(path) == nil else { return }
        let (parent, _) = split(path)
        try makeFolder(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw StoreError.unavailable("the folder \(path) cannot be made: \(SystemError.last)")
        }
        sync(parent)
    }

    /// Makes the names in a folder survive power loss: synced writes are lost with a file that nobody finds.
    private static func sync(_ folder: String) {
        let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    private static func absolute(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}

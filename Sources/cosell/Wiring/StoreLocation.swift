import Store
import StorePostgres
import StoreSQLite

/// Where the data lives.
enum StoreLocation: Sendable, Equatable {
    case memory
    case sqlite(path: String)
    case postgres(uri: String)

    /// `memory`, `sqlite:PATH` or any libpq URI.
    init(_ text: String) throws(ExitReason) {
        if text == "memory" {
            self = .memory
        } else if text.hasPrefix("sqlite:"), text.count > "sqlite:".count {
            self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(uri: text)
        } else {
            // What follows the scheme may hold a password.
            let scheme = text.prefix { $0 != ":" }
            throw .configuration(
                "--store begins with '\(scheme)' and must be memory, sqlite:PATH or a postgres:// URI."
            )
        }
    }

    /// Opens the store; what the engine says goes to the person who started us.
    func open(_ durability: Durability) async throws -> any Store {
        do {
            switch self {
            case .memory: return try MemoryStore.open()
            case .sqlite(let path): return try SQLiteStore.open(path: path, durability: durability)
            case .postgres(let uri): return try await PostgresStore.open(uri: uri, durability: durability)
            }
        } catch {
            throw ExitReason.unavailable("the store cannot be opened: \(error)")
        }
    }
}

import Foundation
import Store
import StorePostgres
import StoreSQLite
import Testing

/// Where a test's data lies.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case file
    case memory
    case postgres

    /// PostgreSQL only where COSELL_TEST_POSTGRES says how to reach one, as `scripts/with-postgres` does.
    static let all = allCases.filter { $0 != .postgres || server != nil }
    /// What outlives the store that was opened.
    static let lasting = all.filter { $0 != .memory }
    static let shared = all.filter { $0 == .postgres }
    fileprivate static let server = ProcessInfo.processInfo.environment["COSELL_TEST_POSTGRES"]

    var testDescription: String { rawValue }

    /// Gives a test a place of its own, and clears up behind it, whatever happens.
    func withPlace(_ test: (Place) async throws -> Void) async throws {
        guard self == .postgres else { return try await withOwnPlace(test) }
        await Turnstile.shared.enter()
        let result = await Result.catching { try await withOwnPlace(test) }
        await Turnstile.shared.leave()
        try result.get()
    }

    private func withOwnPlace(_ test: (Place) async throws -> Void) async throws {
        let place = Place(kind: self)
        try await place.make()
        let result = await Result.catching { try await test(place) }
        try await place.remove()
        try result.get()
    }
}

/// A place for data, at which a store may be opened more than once, as a process that starts again does.
struct Place: Sendable {
    fileprivate let kind: StoreKind
    let name = "events_\(UInt64.random(in: .min ... .max))"

    var folder: URL { FileManager.default.temporaryDirectory.appending(path: name) }

    /// Opens a store here for as long as `use` runs.
    func withStore(_ use: (any Store) async throws -> Void) async throws {
        let store = try await open()
        let result = await Result.catching {
            try await migrate(store, [.house])
            try await use(store)
        }
        await store.close()
        try result.get()
    }

    private func open() async throws -> any Store {
        switch kind {
        case .memory: return try MemoryStore.open()
        case .file:
            return try SQLiteStore.open(path: folder.appending(path: "cosell.sqlite").path, durability: .normal)
        case .postgres:
            let server = try #require(StoreKind.server)
            let separator = server.contains("?") ? "&" : "?"
            return try await PostgresStore.open(
                uri: "\(server)\(separator)options=-csearch_path%3D\(name)",
                connections: 4,
                durability: .normal
            )
        }
    }

    fileprivate func make() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if kind == .postgres { try await run("CREATE SCHEMA \(name)") }
    }

    fileprivate func remove() async throws {
        try FileManager.default.removeItem(at: folder)
        if kind == .postgres { try await run("DROP SCHEMA \(name) CASCADE") }
    }

    private func run(_ text: String) async throws {
        let store = try await PostgresStore.open(
            uri: try #require(StoreKind.server),
            connections: 1,
            durability: .normal
        )
        try await store.write { try $0.run(Statement(text)) }
        await store.close()
    }
}

extension Result where Success == Void, Failure == any Error {
    /// What a body comes to, kept until everything is cleared up.
    static func catching(_ body: () async throws -> Void) async -> Result {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}

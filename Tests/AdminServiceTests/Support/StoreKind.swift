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
    private static let server = ProcessInfo.processInfo.environment["COSELL_TEST_POSTGRES"]

    var testDescription: String { rawValue }

    /// Gives a test a store of its own, and clears up behind it, whatever happens.
    func withStore(_ test: (any Store) async throws -> Void) async throws {
        let name = "admin_\(UInt64.random(in: .min ... .max))"
        switch self {
        case .memory: try await Self.use(MemoryStore.open(), test)
        case .file: try await Self.withFile(name, test)
        case .postgres: try await Self.withSchema(name, on: try #require(Self.server), test)
        }
    }

    private static func withFile(_ name: String, _ test: (any Store) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await use(SQLiteStore.open(path: folder.appending(path: "cosell.sqlite").path, durability: .normal), test)
    }

    private static func withSchema(
        _ name: String,
        on server: String,
        _ test: (any Store) async throws -> Void
    ) async throws {
        let separator = server.contains("?") ? "&" : "?"
        let outside = try await PostgresStore.open(uri: server, connections: 1, durability: .normal)
        try await outside.write { try $0.run(Statement("CREATE SCHEMA \(name)")) }
        let result = await Result.catching {
            let uri = "\(server)\(separator)options=-csearch_path%3D\(name)"
            try await use(PostgresStore.open(uri: uri, durability: .normal), test)
        }
        try await outside.write { try $0.run(Statement("DROP SCHEMA \(name) CASCADE")) }
        await outside.close()
        try result.get()
    }

    private static func use(_ store: any Store, _ test: (any Store) async throws -> Void) async throws {
        let result = await Result.catching { try await test(store) }
        await store.close()
        try result.get()
    }
}

extension Result where Success == Void, Failure == any Error {
    /// What a body comes to, kept until everything is cleared up.
    static func catching(_ body: () async throws -> Void) async -> Result {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}

extension StoreKind {
    /// Runs a test on the admin API over a store of its own.
    func withAdmin(_ test: (AdminUnderTest) async throws -> Void) async throws {
        try await withStore { try await test(AdminUnderTest(on: $0)) }
    }
}

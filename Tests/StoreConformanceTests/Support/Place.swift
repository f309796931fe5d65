import Foundation
import Store
import StorePostgres
import StoreSQLite

/// Where a test's database is: a folder, a schema, or nowhere.
enum Place {
    case memory
    case folder(URL)
    case schema(name: String, server: String)

    static func make(_ engine: Engine) async throws -> Place {
        let name = "cosell_test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        switch engine {
        case .memory:
            return .memory
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return .folder(folder)
        case .postgres:
            guard let server = Engine.postgresURI else { throw StoreError.unavailable("no server for tests") }
            try await Self.run("CREATE SCHEMA \(name)", on: server)
            return .schema(name: name, server: server)
        }
    }

    func open(durability: Durability = .normal, connections: Int = 8) async throws -> any Store {
        switch self {
        case .memory:
            try MemoryStore.open()
        case .folder(let folder):
            try SQLiteStore.open(path: folder.appending(path: "store.sqlite").path, durability: durability)
        case .schema(let name, let server):
            try await PostgresStore.open(
                uri: Self.uri(server, searchPath: name),
                connections: connections,
                durability: durability
            )
        }
    }

    func remove() async throws {
        switch self {
        case .memory: break
        case .folder(let folder): try FileManager.default.removeItem(at: folder)
        case .schema(let name, let server): try await Self.run("DROP SCHEMA \(name) CASCADE", on: server)
        }
    }

    private static func uri(_ server: String, searchPath: String) -> String {
        server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(searchPath)"
    }

    private static func run(_ script: String, on server: String) async throws {
        let store = try await PostgresStore.open(uri: server, connections: 1, durability: .normal)
        try await store.write { try $0.execute(script) }
        await store.close()
    }
}

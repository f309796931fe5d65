import Foundation
import Identity
import Store
import StoreSQLite

/// Runs a test on a store in memory that has the tables of this room.
func withStore(_ test: (WatchedStore) async throws -> Void) async throws {
    let store = WatchedStore(try MemoryStore.open())
    try await migrate(store, [.identity])
    try await test(store)
    await store.close()
}

/// Runs a test in a new folder, which is gone afterwards.
func withFolder(_ test: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "identity-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await test(folder)
}

import Foundation
import Store
import Testing

/// Counts what reaches the kernel: strace watches the one thread that writes.
///
/// A setting read back shows what SQLite was told; only the calls show what it does.
@Suite("Durability of SQLite", .serialized)
struct DurabilityTests {
    private static let writes = 60
    private static let whereStraceMayAttach = ConditionTrait.enabled("strace may not attach here") {
        await SyncCounter.isPermitted
    }

    @Test("full: every commit is synced before it is acknowledged", Self.whereStraceMayAttach)
    func full() async throws {
        #expect(try await syncs(.full) >= Self.writes)
    }

    @Test("normal: commits are not synced one by one", Self.whereStraceMayAttach)
    func normal() async throws {
        #expect(try await syncs(.normal) < Self.writes / 10)
    }

    @Test("full: bodies that wait together share a sync", Self.whereStraceMayAttach)
    func shared() async throws {
        let syncs = try await SyncCounter.syncs(.full) { store in
            let gate = Gate()
            let first = Task.immediate { try await store.write { _ in gate.wait() } }
            let others = (0..<Self.writes).map { _ in
                Task.immediate { try await Self.writeRow(to: store) }
            }
            gate.open()
            try await first.value
            for other in others { try await other.value }
        }
        #expect((1...5).contains(syncs))
    }

    private func syncs(_ durability: Durability) async throws -> Int {
        try await SyncCounter.syncs(durability) { store in
            for _ in 0..<Self.writes { try await Self.writeRow(to: store) }
        }
    }

    private static func writeRow(to store: any Store) async throws {
        try await store.write { transaction in
            try transaction.run("INSERT INTO thing (body) VALUES ($1)", [.bytes(Array(repeating: 1, count: 2_000))])
        }
    }
}

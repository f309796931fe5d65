import Foundation
import Store
import StoreSQLite
import Testing

@Suite("A store in a SQLite file")
struct SQLiteFileTests {
    @Test("opens with the durability it was asked for, and nothing less", arguments: Durability.allCases)
    func durability(durability: Durability) async throws {
        try await Engine.sqlite.withPlace { place in
            let store = try await place.open(durability: durability)
            let settings = try await store.write { transaction in
                try ["synchronous", "foreign_keys", "trusted_schema", "cell_size_check"].map { name in
                    try transaction.first(Statement("PRAGMA \(name)")) { $0.integer(0) }
                }
            }
            #expect(settings == [durability == .full ? 2 : 1, 0, 0, 1])
            let mode = try await store.write { try $0.first("PRAGMA journal_mode") { $0.text(0) } }
            #expect(mode == "wal")
            await store.close()
        }
    }

    @Test("makes its folders and files for its owner only")
    func modes() async throws {
        try await Engine.sqlite.withPlace { place in
            guard case .folder(let folder) = place else { return }
            let inner = folder.appending(path: "made/for it")
            let path = inner.appending(path: "a database").path
            let store = try SQLiteStore.open(path: path, durability: .normal)
            try await store.execute("CREATE TABLE thing (id BIGINT)")
            #expect(try Self.mode(of: inner.path) == 0o700)
            for suffix in ["", "-wal", "-shm", ".lock"] {
                #expect(try Self.mode(of: path + suffix) == 0o600)
            }
            await store.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        }
    }

    @Test("is not opened by two at once, and says who has it")
    func processLock() async throws {
        try await Engine.sqlite.withPlace { place in
            guard case .folder(let folder) = place else { return }
            let store = try await place.open()
            let link = folder.appending(path: "other name").path
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: folder.appending(path: "store.sqlite").path
            )
            let error = #expect(throws: StoreError.self) { try SQLiteStore.open(path: link, durability: .normal) }
            #expect(error?.isUnavailable == true)
            #expect(error?.description.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
            await store.close()
            let next = try SQLiteStore.open(path: link, durability: .normal)
            await next.close()
        }
    }

    @Test("is let go of without being closed")
    func forgotten() async throws {
        try await Engine.sqlite.withPlace { place in
            do {
                let store = try await place.open()
                try await store.execute("CREATE TABLE thing (id BIGINT)")
            }
            // The writer thread ends by itself soon after the store is gone.
            for _ in 0..<200 {
                guard let store = try? await place.open() else {
                    try await Task.sleep(for: .milliseconds(10))
                    continue
                }
                #expect(try await store.integer("SELECT COUNT(*) FROM thing") == 0)
                await store.close()
                return
            }
            Issue.record("the file was never let go of")
        }
    }

    @Test("has after a crash every write that was acknowledged")
    func crash() async throws {
        try await Engine.sqlite.withPlace { place in
            guard case .folder(let folder) = place else { return }
            let store = try await place.open(durability: .normal)
            try await migrate(store, [.house])
            let counter = IdentifierCounter(store: store, name: "a", blockSize: 10)
            var last: Int64 = 0
            for _ in 0..<15 { last = try await counter.next() }
            // What `kill -9` leaves: the files as they are now, without the shared memory beside them.
            let copy = folder.appending(path: "copy")
            try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
            for name in ["store.sqlite", "store.sqlite-wal"] {
                try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
            }
            let revived = try await Place.folder(copy).open()
            let next = try await IdentifierCounter(store: revived, name: "a", blockSize: 10).next()
            #expect(next > last)
            await revived.close()
            await store.close()
        }
    }

    @Test("refuses what is no database")
    func noDatabase() async throws {
        try await Engine.sqlite.withPlace { place in
            guard case .folder(let folder) = place else { return }
            let file = folder.appending(path: "letter.txt")
            try Data(repeating: 65, count: 5_000).write(to: file)
            #expect(throws: StoreError.self) { try SQLiteStore.open(path: file.path, durability: .full) }
            #expect(throws: StoreError.self) { try SQLiteStore.open(path: folder.path, durability: .full) }
            #expect(throws: StoreError.self) { try SQLiteStore.open(path: file.path + "/below", durability: .full) }
            #expect(try Data(contentsOf: file).count == 5_000)
        }
    }

    private static func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return attributes[.posixPermissions] as? Int ?? 0
    }
}

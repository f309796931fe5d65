import Foundation
import Identity
import Store
import StoreSQLite
import Testing

@Suite("Secrets in the database file")
struct StoredSecretsTests {
    @Test("are not there as plain text, neither while the store is open nor after it is closed")
    func notPlain() async throws {
        try await withFolder { folder in
            let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
            let store = try SQLiteStore.open(path: folder.appending(path: "cosell.sqlite").path, durability: .normal)
            try await migrate(store, [.identity])
            let secrets = SecretsKey.random()
            let keys = AccessKeys(store: store, secrets: secrets)
            try await keys.put(AccessKeysTests.key("AKIAIOSFODNN7EXAMPLE", secret: secret))
            #expect(try await keys.find("AKIAIOSFODNN7EXAMPLE")?.secretAccessKey == secret)

            let open = try Self.contents(of: folder)
            await store.close()
            let closed = try Self.contents(of: folder)
            for contents in [open, closed] {
                // That the identifier is found shows that the search would find the secret.
                #expect(contents.contains(Data("AKIAIOSFODNN7EXAMPLE".utf8)))
                #expect(!contents.contains(Data(secret.utf8)))
                #expect(!contents.contains(Data(secret.utf8.prefix(12))))
                #expect(!contents.contains(Data(secrets.bytes)))
            }
        }
    }

    /// Every file of a folder, the write-ahead log among them, one after another.
    private static func contents(of folder: URL) throws -> Data {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.map { try Data(contentsOf: $0) }.reduce(Data(), +)
    }
}

extension Data {
    fileprivate func contains(_ part: Data) -> Bool {
        firstRange(of: part) != nil
    }
}

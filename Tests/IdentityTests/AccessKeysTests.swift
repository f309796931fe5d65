import Identity
import Store
import StoreSQLite
import Testing

@Suite("The access keys that Cosell knows")
struct AccessKeysTests {
    static func key(
        _ identifier: String = "AKIA1",
        account: String = "111122223333",
        user: String? = nil,
        secret: String = "secret",
        token: String? = nil,
        expires: Int64? = nil
    ) -> RegisteredKey {
        RegisteredKey(
            accessKeyIdentifier: identifier,
            accountIdentifier: account,
            userName: user,
            secretAccessKey: secret,
            sessionToken: token,
            expiresAtMilliseconds: expires
        )
    }

    static let samples = [
        key(), key(user: "ana"), key(token: "token", expires: 1_900_000_000_123), key(secret: ""),
        key("ключ", account: "x", user: "", secret: "秘密", token: ""),
    ]

    @Test("a key is found as it was put, by any node", arguments: samples)
    func found(_ key: RegisteredKey) async throws {
        try await withStore { store in
            let secrets = SecretsKey.random()
            let keys = AccessKeys(store: store, secrets: secrets)
            try await keys.put(key)
            #expect(try await keys.find(key.accessKeyIdentifier) == key)
            let node = AccessKeys(store: store, secrets: secrets)
            #expect(try await node.find(key.accessKeyIdentifier) == key)
        }
    }

    @Test("identifiers are compared exactly")
    func exactly() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.put(Self.key("AKIA1"))
            for near in ["akia1", "AKIA1 ", "AKIA", ""] {
                #expect(try await keys.find(near) == nil, "'\(near)'")
            }
        }
    }

    @Test("a second put changes every part of the key")
    func changed() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.put(Self.key(user: "ana", secret: "old", token: "token", expires: 1))
            let changed = Self.key(account: "444455556666", secret: "new")
            try await keys.put(changed)
            #expect(try await keys.find("AKIA1") == changed)
        }
    }

    @Test("under another secrets key the store is of no use, and says so")
    func otherSecretsKey() async throws {
        try await withStore { store in
            try await AccessKeys(store: store, secrets: .random()).put(Self.key())
            let stranger = AccessKeys(store: store, secrets: .random())
            await #expect(throws: SecretsError.wrongKey) { try await stranger.find("AKIA1") }
        }
    }

    @Test("a wrong secrets key is noticed at start, where there is a secret to try it on")
    func secretsKeyIsChecked() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.checkSecretsKey()
            try await keys.put(Self.key())
            try await keys.checkSecretsKey()
            let stranger = AccessKeys(store: store, secrets: .random())
            await #expect(throws: SecretsError.wrongKey) { try await stranger.checkSecretsKey() }
        }
    }

    // MARK: What is remembered

    @Test("a key is read once and then remembered; so is an absence")
    func remembered() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.put(Self.key())
            let reads = store.reads
            for _ in 0..<5 {
                #expect(try await keys.find("AKIA1") != nil)
                #expect(try await keys.find("AKIA2") == nil)
            }
            #expect(store.reads == reads + 2)
        }
    }

    @Test("a change made here is seen at once")
    func ownChange() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            #expect(try await keys.find("AKIA1") == nil)
            try await keys.put(Self.key(secret: "one"))
            #expect(try await keys.find("AKIA1")?.secretAccessKey == "one")
            try await keys.put(Self.key(secret: "two"))
            #expect(try await keys.find("AKIA1")?.secretAccessKey == "two")
        }
    }

    @Test("a change that comes while a key is being read is not forgotten over what was read")
    func changeDuringRead() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            store.interruptNextRead { try await keys.put(Self.key()) }
            _ = try await keys.find("AKIA1")
            #expect(try await keys.find("AKIA1") == Self.key())
        }
    }

    @Test("a change made by another node is seen within a second")
    func otherNode() async throws {
        try await withStore { store in
            let secrets = SecretsKey.random()
            let keys = AccessKeys(store: store, secrets: secrets)
            #expect(try await keys.find("AKIA1") == nil)
            try await AccessKeys(store: store, secrets: secrets).put(Self.key())
            try await Task.sleep(for: .milliseconds(1_050))
            #expect(try await keys.find("AKIA1") == Self.key())
        }
    }

    @Test("an error is not remembered")
    func error() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.put(Self.key())
            store.interruptNextRead { throw StoreError.unavailable("for a moment") }
            await #expect(throws: StoreError.self) { try await keys.find("AKIA1") }
            #expect(try await keys.find("AKIA1") == Self.key())
        }
    }
}

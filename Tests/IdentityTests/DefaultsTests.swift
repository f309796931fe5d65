import Identity
import Store
import Testing

@Suite("What a first start registers")
struct DefaultsTests {
    private static let test = RegisteredKey(
        accessKeyIdentifier: "test",
        accountIdentifier: "123456789012",
        secretAccessKey: "test"
    )

    @Test("in an empty store: the key test, the root of the default account")
    func empty() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.registerDefaultsInEmptyStore()
            #expect(try await keys.find("test") == Self.test)
            #expect(AccessKeys.defaultAccountIdentifier == "123456789012")
            let accounts = try await store.read { transaction in
                try transaction.all("SELECT account, company_name FROM account") { [$0.text(0), $0.text(1)] }
            }
            #expect(accounts == [["123456789012", "Partner 123456789012"]])
        }
    }

    @Test("once: a later start leaves a changed secret alone")
    func once() async throws {
        try await withStore { store in
            let secrets = SecretsKey.random()
            let keys = AccessKeys(store: store, secrets: secrets)
            try await keys.registerDefaultsInEmptyStore()
            let changed = RegisteredKey(
                accessKeyIdentifier: "test",
                accountIdentifier: "123456789012",
                secretAccessKey: "changed"
            )
            try await keys.put(changed)
            let restarted = AccessKeys(store: store, secrets: secrets)
            try await restarted.registerDefaultsInEmptyStore()
            #expect(try await restarted.find("test") == changed)
        }
    }

    @Test("nothing, where an account is there already: a key that everybody knows is not slipped in")
    func notEmpty() async throws {
        try await withStore { store in
            let keys = AccessKeys(store: store, secrets: .random())
            try await keys.put(AccessKeysTests.key())
            try await keys.registerDefaultsInEmptyStore()
            #expect(try await keys.find("test") == nil)
        }
    }
}

import Testing

@testable import Identity

@Suite("The key that protects stored secrets")
struct SecretsKeyTests {
    private let key = SecretsKey.random()
    private let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    @Test("what it seals it opens", arguments: ["", "test", "wJalrXUtnFEMI/K7MDENG", "geheim – 秘密 🔑", "a\nb"])
    func roundTrip(_ secret: String) throws {
        #expect(try key.open(key.seal(secret, belongingTo: "AKIA1"), belongingTo: "AKIA1") == secret)
    }

    @Test("the same secret is sealed differently each time, and never shows")
    func sealing() throws {
        let first = try key.seal(secret, belongingTo: "AKIA1")
        let second = try key.seal(secret, belongingTo: "AKIA1")
        #expect(first != second)
        #expect(!String(decoding: first, as: UTF8.self).contains("wJalr"))
        #expect(first.count == secret.utf8.count + 28)
    }

    @Test("another key does not open it")
    func otherKey() throws {
        let sealed = try key.seal(secret, belongingTo: "AKIA1")
        #expect(throws: SecretsError.wrongKey) { try SecretsKey.random().open(sealed, belongingTo: "AKIA1") }
    }

    @Test("moved to another owner it does not open", arguments: ["", "AKIA2", "akia1", "AKIA1 "])
    func otherOwner(_ owner: String) throws {
        let sealed = try key.seal(secret, belongingTo: "AKIA1")
        #expect(throws: SecretsError.wrongKey) { try key.open(sealed, belongingTo: owner) }
    }

    @Test("changed by a bit anywhere, or cut anywhere, it does not open")
    func damaged() throws {
        let sealed = try key.seal("test", belongingTo: "AKIA1")
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1 << UInt8(index % 8)
            #expect(throws: SecretsError.wrongKey) { try key.open(changed, belongingTo: "AKIA1") }
            let cut = Array(sealed[..<index])
            #expect(throws: SecretsError.wrongKey) { try key.open(cut, belongingTo: "AKIA1") }
        }
    }

    @Test("its bytes make the same key again")
    func bytes() throws {
        let again = try #require(SecretsKey(bytes: key.bytes))
        #expect(key.bytes.count == SecretsKey.length)
        #expect(try again.open(key.seal(secret, belongingTo: "AKIA1"), belongingTo: "AKIA1") == secret)
    }

    @Test("bytes of another length make none", arguments: [0, 1, 16, 31, 33, 64])
    func wrongLength(_ count: Int) {
        #expect(SecretsKey(bytes: Array(repeating: 1, count: count)) == nil)
    }

    @Test("no two random keys are the same")
    func random() {
        #expect(Set((0..<100).map { _ in SecretsKey.random().bytes }).count == 100)
    }

    @Test("a derived key is 32 bytes, the same every time, and another for each purpose and key")
    func derived() {
        let derived = key.derived(for: "page tokens")
        #expect(derived.count == 32)
        #expect(derived == key.derived(for: "page tokens"))
        #expect(derived != key.derived(for: "webhooks"))
        #expect(derived != key.bytes)
        #expect(derived != SecretsKey.random().derived(for: "page tokens"))
    }

    @Test("the error tells a person what to look for")
    func description() {
        #expect("\(SecretsError.wrongKey)" == "the stored secrets do not open with this secrets key")
    }
}

import Testing

@testable import SigV4

@Suite("A cache of signing keys")
struct SigningKeyCacheTests {
    private func scope(_ date: String = "20261123", region: String = "us-east-1") -> CredentialScope {
        CredentialScope(date: date, region: region, service: "service")
    }

    private func signature(by key: SigningKey) -> Signature {
        let canonical = CanonicalRequest(
            of: WireRequest().signable,
            signing: SignedHeaders(names: ["host"]),
            payload: .empty
        )
        return key.signature(of: StringToSign(time: Example.now, scope: scope(), canonicalRequest: canonical))
    }

    @Test("gives the same key that derivation gives, the first time and later")
    func sameKey() {
        let cache = SigningKeyCache()
        let derived = signature(by: SigningKey(secretAccessKey: "secret", scope: scope()))
        #expect(signature(by: cache.key(secretAccessKey: "secret", scope: scope())) == derived)
        #expect(signature(by: cache.key(secretAccessKey: "secret", scope: scope())) == derived)
        #expect(cache.count == 1)
    }

    @Test(
        "never gives one secret's key for another",
        arguments: [("secret", "secret2"), ("caf\u{E9}", "cafe\u{301}"), ("secret", "Secret"), ("a\u{0}b", "a")]
    )
    func changedSecret(first: String, second: String) {
        let cache = SigningKeyCache()
        let one = cache.key(secretAccessKey: first, scope: scope())
        #expect(signature(by: cache.key(secretAccessKey: second, scope: scope())) != signature(by: one))
        #expect(cache.count == 2)
    }

    @Test("tells scopes apart by every element")
    func scopes() {
        let cache = SigningKeyCache()
        let scopes = [
            scope(), scope("20261124"), scope(region: "eu-west-1"),
            CredentialScope(date: "20261123", region: "us-east-1", service: "other"),
            CredentialScope(date: "20261123", region: "us-east-1", service: "service", terminator: "x"),
            CredentialScope(date: "20261123", region: "us-east-1service", service: ""),
        ]
        let signatures = scopes.map { signature(by: cache.key(secretAccessKey: "secret", scope: $0)).description }
        #expect(Set(signatures).count == scopes.count)
    }

    @Test("holds at most twice its capacity")
    func bound() {
        let cache = SigningKeyCache(capacity: 10)
        for number in 0..<100 {
            _ = cache.key(secretAccessKey: "secret\(number)", scope: scope())
            #expect(cache.count <= 20)
        }
    }

    @Test("forgets the keys of a day once two later days have come")
    func days() {
        let cache = SigningKeyCache()
        for number in 0..<10 { _ = cache.key(secretAccessKey: "secret\(number)", scope: scope("20261123")) }
        _ = cache.key(secretAccessKey: "secret", scope: scope("20261124"))
        #expect(cache.count == 11)
        _ = cache.key(secretAccessKey: "secret", scope: scope("20261125"))
        #expect(cache.count == 2)
    }

    @Test("keeps across midnight what is still in use")
    func midnight() {
        let cache = SigningKeyCache()
        let before = signature(by: cache.key(secretAccessKey: "secret", scope: scope("20261123")))
        _ = cache.key(secretAccessKey: "secret", scope: scope("20261124"))
        #expect(signature(by: cache.key(secretAccessKey: "secret", scope: scope("20261123"))) == before)
        #expect(cache.count == 2)
    }

    @Test("serves many threads at once")
    func threads() async {
        let cache = SigningKeyCache(capacity: 4)
        let expected = (0..<16).map { SigningKey(secretAccessKey: "secret\($0)", scope: scope()) }.map(signature(by:))
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<64 {
                group.addTask {
                    let number = task % 16
                    return signature(by: cache.key(secretAccessKey: "secret\(number)", scope: scope()))
                        == expected[number]
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("is fed with keys that do not show their secret when printed")
    func redaction() {
        var text = ""
        dump(Example.accessKey, to: &text)
        #expect(!text.contains("wJalr"))
        #expect(!"\(Example.accessKey) \(String(reflecting: Example.signer))".contains("wJalr"))
        #expect(text.contains("AKIAIOSFODNN7EXAMPLE"))
    }
}

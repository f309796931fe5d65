import Foundation
import Identity
import SigV4
import Testing

@testable import Server

@Suite("On whose behalf a request is made")
struct PrincipalTests {
    /// The account that a caller is taken for, or the error that it gets.
    private static func account(_ caller: Caller, _ server: PipelineUnderTest) async -> String? {
        let answer = await server.send("ListSolutions", Body.list, by: caller)
        return answer.text.firstMatch(of: #/partnercentral:us-east-1:([0-9]+):/#).map { String($0.output.1) }
            ?? answer.errorCode
    }

    private static func caller(_ identifier: String, _ secret: String, _ token: String? = nil) -> Caller {
        Caller(key: AccessKey(id: identifier, secretAccessKey: secret, sessionToken: token))
    }

    static let unregistered: [(String, account: String)] = [
        ("111122223333", "111122223333"),
        ("000000000000", "000000000000"),
        ("AKIAIOSFODNN7EXAMPLE", "123456789012"),
        ("11112222333", "123456789012"),
        ("1111222233334", "123456789012"),
        ("11112222333a", "123456789012"),
        ("١١١١٢٢٢٢٣٣٣٣", "123456789012"),
    ]

    @Test(
        "open: a key that nobody registered is its own twelve digits, or the default account",
        arguments: unregistered
    )
    func open(_ identifier: String, _ account: String) async throws {
        let server = try await PipelineUnderTest(.open)
        #expect(await Self.account(Self.caller(identifier, "whatever"), server) == account)
    }

    @Test("strict: a key that nobody registered is nobody", arguments: unregistered)
    func strict(_ identifier: String, _ account: String) async throws {
        let server = try await PipelineUnderTest(.strict)
        let answer = await server.send("ListSolutions", Body.list, by: Self.caller(identifier, "whatever"))
        #expect(answer.errorCode == "UnrecognizedClientException")
        #expect(answer.message == "The security token included in the request is invalid.")
    }

    @Test("a registered key is its account, and needs its secret", arguments: AuthenticationMode.allCases)
    func registered(_ mode: AuthenticationMode) async throws {
        let server = try await PipelineUnderTest(mode)
        try await server.keys.put(
            RegisteredKey(accessKeyIdentifier: "AKIA1", accountIdentifier: "444455556666", secretAccessKey: "right")
        )
        #expect(await Self.account(Self.caller("AKIA1", "right"), server) == "444455556666")
        #expect(await Self.account(Self.caller("AKIA1", "wrong"), server) == "InvalidSignatureException")
        #expect(await Self.account(Self.caller("AKIA1", ""), server) == "InvalidSignatureException")
    }

    @Test("a key of twelve digits that was registered is the account that it was registered for")
    func registeredDigits() async throws {
        let server = try await PipelineUnderTest(.open)
        try await server.keys.put(
            RegisteredKey(
                accessKeyIdentifier: "111122223333",
                accountIdentifier: "444455556666",
                secretAccessKey: "right"
            )
        )
        #expect(await Self.account(Self.caller("111122223333", "right"), server) == "444455556666")
        #expect(await Self.account(Self.caller("111122223333", "wrong"), server) == "InvalidSignatureException")
    }

    @Test("the first start's key works in both modes", arguments: AuthenticationMode.allCases)
    func defaults(_ mode: AuthenticationMode) async throws {
        let server = try await PipelineUnderTest(mode)
        #expect(await Self.account(Caller(), server) == "123456789012")
    }

    static let sessions: [(sent: String?, expected: String)] = [
        ("token", "444455556666"),
        (nil, "UnrecognizedClientException"),
        ("Token", "UnrecognizedClientException"),
        ("", "UnrecognizedClientException"),
    ]

    @Test("temporary credentials need their token", arguments: sessions)
    func session(_ sent: String?, _ expected: String) async throws {
        let server = try await PipelineUnderTest(.strict)
        try await server.keys.put(
            RegisteredKey(
                accessKeyIdentifier: "ASIA1",
                accountIdentifier: "444455556666",
                secretAccessKey: "right",
                sessionToken: "token"
            )
        )
        #expect(await Self.account(Self.caller("ASIA1", "right", sent), server) == expected)
    }

    @Test("a long-lived key has none to send")
    func tokenOfNone() async throws {
        let server = try await PipelineUnderTest(.strict)
        #expect(await Self.account(Self.caller("test", "test", "token"), server) == "UnrecognizedClientException")
    }

    @Test(
        "temporary credentials expire, on the real clock",
        arguments: [(-1, "ExpiredTokenException"), (60, "444455556666")]
    )
    func expiry(_ inSeconds: Int, _ expected: String) async throws {
        let server = try await PipelineUnderTest(.strict)
        let expiry = Int64(Date().timeIntervalSince1970) + Int64(inSeconds)
        try await server.keys.put(
            RegisteredKey(
                accessKeyIdentifier: "ASIA1",
                accountIdentifier: "444455556666",
                secretAccessKey: "right",
                sessionToken: "token",
                expiresAtMilliseconds: expiry * 1_000
            )
        )
        #expect(await Self.account(Self.caller("ASIA1", "right", "token"), server) == expected)
        // A wrong token of an expired session tells nothing of the session.
        #expect(await Self.account(Self.caller("ASIA1", "right", "else"), server) == "UnrecognizedClientException")
    }

    @Test("a name that no key can have is looked up nowhere", arguments: [129, 10_000])
    func longIdentifier(_ length: Int) async throws {
        let name = String(repeating: "x", count: length)
        #expect(await Self.account(Self.caller(name, "secret"), try PipelineUnderTest(.open)) == "123456789012")
        #expect(
            await Self.account(Self.caller(name, "secret"), try PipelineUnderTest(.strict))
                == "UnrecognizedClientException"
        )
    }

    @Test("accounts do not see one another")
    func separate() async throws {
        let server = try await PipelineUnderTest(.open)
        let created = await server.send("CreateOpportunity", Body.create, by: .of(account: "111122223333"))
        let identifier = try #require(created.members["Id"])
        let body = #"{"Catalog":"Sandbox","Identifier":"\#(identifier)"}"#
        #expect(await server.send("GetOpportunity", body, by: .of(account: "111122223333")).status == 200)
        let stranger = await server.send("GetOpportunity", body, by: .of(account: "444455556666"))
        #expect(stranger.errorCode == "ResourceNotFoundException")
    }
}

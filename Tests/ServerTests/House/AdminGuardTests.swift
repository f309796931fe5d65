import Testing

@testable import Server

@Suite("Who may use the house's own routes")
struct AdminGuardTests {
    private static func status(
        _ adminGuard: AdminGuard,
        host: String? = "127.0.0.1:4280",
        origin: String? = nil,
        authorization: String? = nil
    ) -> Int? {
        let sent = [("Host", host), ("Origin", origin), ("Authorization", authorization)]
        let headers = sent.compactMap { name, value in value.map { (name: name, value: $0) } }
        return adminGuard.refusal(
            of: IncomingRequest(method: "POST", target: "/_cosell/x", headers: headers, body: [])
        )?.status
    }

    static let hosts: [(String?, passes: Bool)] = [
        ("127.0.0.1", true), ("127.0.0.1:4280", true), ("127.1.2.3:80", true), ("localhost", true),
        ("LocalHost:4280", true), ("[::1]", true), ("[::1]:4280", true),
        (nil, false), ("", false), (":4280", false), ("example.com", false), ("example.com:4280", false),
        ("127.0.0.1.example.com", false), ("localhost.example.com", false), ("my-localhost", false),
        ("192.168.0.1", false), ("0.0.0.0", false), ("[::2]", false), ("[fe80::1]:4280", false), ("::1", false),
    ]

    @Test("on a loopback bind, a request must have asked for a loopback name", arguments: hosts)
    func host(_ host: String?, _ passes: Bool) {
        let adminGuard = AdminGuard(token: nil, isLoopbackBind: true)
        #expect(Self.status(adminGuard, host: host) == (passes ? nil : 403))
    }

    @Test("on another bind, any name will do with the token", arguments: hosts)
    func hostElsewhere(_ host: String?, _ passes: Bool) {
        let adminGuard = AdminGuard(token: "secret", isLoopbackBind: false)
        #expect(Self.status(adminGuard, host: host, authorization: "Bearer secret") == nil)
        #expect(Self.status(adminGuard, host: host) == 401)
    }

    static let origins: [(String?, passes: Bool)] = [
        (nil, true), ("http://127.0.0.1:4280", true), ("https://127.0.0.1:4280", true), ("HTTP://127.0.0.1:4280", true),
        ("null", false), ("", false), ("http://127.0.0.1", false), ("http://127.0.0.1:4281", false),
        ("http://localhost:4280", false), ("https://example.com", false), ("http://127.0.0.1:4280.example.com", false),
        ("file://", false), ("http://127.0.0.1:4280/", false),
    ]

    @Test("a page must come from our own address, token or not", arguments: origins)
    func origin(_ origin: String?, _ passes: Bool) {
        let open = AdminGuard(token: nil, isLoopbackBind: true)
        #expect(Self.status(open, origin: origin) == (passes ? nil : 403))
        let locked = AdminGuard(token: "secret", isLoopbackBind: false)
        #expect(Self.status(locked, origin: origin, authorization: "Bearer secret") == (passes ? nil : 403))
    }

    static let tokens: [(String?, passes: Bool)] = [
        ("Bearer secret", true),
        (nil, false), ("", false), ("secret", false), ("Bearer", false), ("Bearer ", false), ("Bearer Secret", false),
        ("Bearer secret ", false), ("Bearer secre", false), ("Bearer secrets", false), ("Basic secret", false),
    ]

    @Test("the token, where it is set, must be the token", arguments: tokens)
    func token(_ authorization: String?, _ passes: Bool) {
        let adminGuard = AdminGuard(token: "secret", isLoopbackBind: true)
        #expect(Self.status(adminGuard, authorization: authorization) == (passes ? nil : 401))
    }

    @Test("a token is not asked for where none is set", arguments: tokens)
    func noToken(_ authorization: String?, _ passes: Bool) {
        #expect(Self.status(AdminGuard(token: nil, isLoopbackBind: true), authorization: authorization) == nil)
    }

    static let types: [(String?, passes: Bool)] = [
        ("application/json", true), ("Application/JSON", true), ("application/json; charset=utf-8", true),
        (nil, false), ("", false), ("text/plain", false), ("application/x-www-form-urlencoded", false),
        ("multipart/form-data; boundary=x", false), ("application/jsonp", false),
        ("text/plain, application/json", false),
    ]

    @Test("a POST must say that it is JSON, which no plain form of a page can", arguments: types)
    func contentType(_ type: String?, _ passes: Bool) {
        let headers = type.map { [(name: "Content-Type", value: $0)] } ?? []
        let request = IncomingRequest(method: "POST", target: "/_cosell/x", headers: headers, body: [])
        let refusal = AdminGuard(token: nil, isLoopbackBind: true).contentRefusal(of: request)
        #expect(refusal?.status == (passes ? nil : 415))
    }

    @Test("what a stranger sends is repeated shortly")
    func short() throws {
        let long = String(repeating: "x", count: 10_000)
        let request = IncomingRequest(method: "GET", target: "/", headers: [("host", long)], body: [])
        let refusal = try #require(AdminGuard(token: nil, isLoopbackBind: true).refusal(of: request))
        #expect(refusal.sentence.utf8.count < 200)
    }
}

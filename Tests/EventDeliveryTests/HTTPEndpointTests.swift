import Testing

@testable import EventDelivery

@Suite("URLs of targets")
struct HTTPEndpointTests {
    static let good: [(String, authority: String, target: String)] = [
        ("http://127.0.0.1:4280", "127.0.0.1:4280", "/"),
        ("https://crm.example/events", "crm.example", "/events"),
        ("HTTPS://crm.example/a/b?key=a%20b&c=d", "crm.example", "/a/b?key=a%20b&c=d"),
        ("http://crm.example?key=1", "crm.example", "/?key=1"),
        ("http://[::1]:80/", "[::1]:80", "/"),
    ]

    @Test("are taken apart as a signature needs them", arguments: good)
    func parts(_ text: String, _ authority: String, _ target: String) throws {
        let endpoint = try #require(HTTPEndpoint(text))
        #expect(endpoint.authority == authority)
        #expect(endpoint.target == target)
    }

    static let bad = [
        "", "crm.example", "ftp://crm.example", "http://", "https:///path", "http://:80", "http://user@host/",
        "http://host/with space", "http://host/#fragment", "http://host/\n", "http:/host", "http://höst/",
    ]

    @Test("are refused where they are none", arguments: bad)
    func refused(_ text: String) {
        #expect(HTTPEndpoint(text) == nil)
    }
}

import Testing

@testable import SigV4

@Suite("A canonical request")
struct CanonicalRequestTests {
    private func lines(_ request: WireRequest, signing names: [String] = ["host"]) -> [String] {
        CanonicalRequest(of: request.signable, signing: SignedHeaders(names: names), payload: .empty).text
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    @Test("has method, path, query, headers, their names and the body's hash, in this order")
    func order() {
        let request = WireRequest(method: "GET", target: "/a?b=c", headers: [("Host", "h"), ("X-A", "1")])
        #expect(
            lines(request, signing: ["host", "x-a"])
                == ["GET", "/a", "b=c", "host:h", "x-a:1", "", "host;x-a", PayloadHash.empty.description]
        )
    }

    @Test(
        "has a path without dot segments and repeated slashes, encoded once more than it was sent",
        arguments: [
            ("", "/"), ("/", "/"), ("//", "/"), ("/./", "/"), ("/..", "/"), ("/../../a", "/a"), ("a", "/a"),
            ("/a/..", "/"), ("/a/../", "/"), ("/a/b/..", "/a"), ("/a/b/../", "/a/"), ("/a//b/", "/a/b/"),
            ("/.a/..b/c.", "/.a/..b/c."), ("/a b", "/a%20b"), ("/a%20b", "/a%2520b"), ("/%2E%2E/a", "/%252E%252E/a"),
            ("/~-_.!*'()$", "/~-_.%21%2A%27%28%29%24"), ("/ሴ", "/%E1%88%B4"), ("/Operation", "/Operation"),
        ]
    )
    func path(sent: String, canonical: String) {
        #expect(lines(WireRequest(target: sent))[1] == canonical)
    }

    @Test(
        "has its parameters decoded, encoded alike, and sorted by name and value",
        arguments: [
            ("", ""), ("a", "a="), ("a=", "a="), ("b=1&a=2", "a=2&b=1"), ("a=2&a=1", "a=1&a=2"),
            ("a-b=1&a=2", "a=2&a-b=1"), ("a=b=c", "a=b%3Dc"), ("=v", "=v"), ("&a=1&&", "a=1"), ("B=1&a=1", "B=1&a=1"),
            ("a=%7e%2f%2F/", "a=~%2F%2F%2F"), ("a=+", "a=%2B"), ("a=%20 ", "a=%20%20"), ("%61=1", "a=1"),
            ("a=%", "a=%25"), ("a=%4", "a=%254"), ("a=%zz%41", "a=%25zzA"), ("a=?", "a=%3F"), ("ሴ=1", "%E1%88%B4=1"),
        ]
    )
    func query(sent: String, canonical: String) {
        #expect(lines(WireRequest(target: "/?" + sent))[2] == canonical)
    }

    @Test("leaves the signature itself out of the query")
    func signatureParameter() {
        #expect(lines(WireRequest(target: "/?X-Amz-Signature=a&x-amz-signature=b"))[2] == "x-amz-signature=b")
    }

    @Test(
        "has the words of a header's value with one space between them",
        arguments: [
            ("a", "a"), ("  a  b\tc ", "a b c"), ("a\n  b\r\n\tc", "a b c"), (#""a   b""#, #""a b""#), ("", ""),
            (" \t ", ""),
            ("a, b", "a, b"), ("é\u{00A0}", "é\u{00A0}"),
        ]
    )
    func value(sent: String, canonical: String) {
        #expect(lines(WireRequest(headers: [("X-A", sent)]), signing: ["x-a"])[3] == "x-a:" + canonical)
    }

    @Test("has repeated headers on one line in the order in which they were sent, whatever their case")
    func repeated() {
        let request = WireRequest(headers: [("X-A", "2 "), ("Host", "h"), ("x-a", "1"), ("X-a", "2")])
        #expect(lines(request, signing: ["x-a", "host"]).dropFirst(3).prefix(2) == ["host:h", "x-a:2,1,2"])
    }

    @Test("leaves out what is not signed, and names what is signed but not there")
    func absent() {
        let request = WireRequest(headers: [("Host", "h"), ("X-A", "1"), ("X-C", "3")])
        let signed = SignedHeaders(names: ["host", "x-b", "x-c", "x-d"])
        let canonical = CanonicalRequest(of: request.signable, signing: signed, payload: .empty)
        #expect(canonical.text.contains("\nhost:h\nx-b:\nx-c:3\nx-d:\n"))
        #expect(canonical.absentHeader == "x-b")
    }
}

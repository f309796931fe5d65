import Testing

@testable import SigV4

/// What an attacker sends must neither trap nor take time that grows with the square of its size: these tests pass by
/// coming to an end.
@Suite("Hostile requests")
struct HostileInputTests {
    private static let mebibyte = 1 << 20

    private func refused(_ request: WireRequest) {
        do {
            try Example.verify(request)
            Issue.record("accepted \(request.method) request")
        } catch let refusal as SignatureRefusal {
            #expect(refusal.message.utf8.count < 8192)
        } catch {}
    }

    @Test(
        "may carry a quarter of a mebibyte of Authorization",
        arguments: [
            "", "=", ",", " ", "a", "a=b,", "Credential=/,", "Credential=a/b/c/d/e,", "Signature=a SignedHeaders=b ",
            "é",
        ]
    )
    func authorization(unit: String) {
        let padding = String(repeating: unit, count: Self.mebibyte / 4 / max(1, unit.utf8.count))
        refused(Example.signedCall.with { $0.set("Authorization", "AWS4-HMAC-SHA256 " + padding) })
        refused(Example.signedCall.with { $0.set("Authorization", $0["Authorization"] + padding + "0") })
        refused(Example.signedCall.with { $0.set("X-Amz-Date", padding) })
    }

    @Test("may sign tens of thousands of headers, there or not, many times over")
    func signedHeaders() {
        let names = (10_000..<30_000).map { "x-\($0)" }
        let list = "host;x-amz-date;" + names.joined(separator: ";")
        let credential = "Credential=AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/partnercentral-selling/aws4_request"
        let authorization = "AWS4-HMAC-SHA256 \(credential), Signature=0, SignedHeaders="
        let base = Example.signedCall.with { $0.set("Authorization", authorization + list) }
        refused(base)
        refused(base.with { request in request.headers += names.map { ($0, "v") } })
        refused(base.with { request in request.headers += names.reversed().map { ($0, "v") } })
        refused(base.with { request in request.headers += names.map { _ in ("host", " ") } })
        let repeated = String(repeating: "host;", count: 100_000) + "x-amz-date"
        refused(base.with { $0.set("Authorization", authorization + repeated) })
    }

    @Test("may sign a mebibyte of one header", arguments: [" ", "a", "a ", "\t\n", ","])
    func longValue(unit: String) throws {
        let value = String(repeating: unit, count: Self.mebibyte / unit.utf8.count)
        let signed = Example.signed(Example.call.with { $0.set("X-A", value) })
        try Example.verify(signed)
    }

    @Test("may repeat a header twenty thousand times")
    func repeated() throws {
        let signed = Example.signed(Example.call.with { $0.headers += (0..<20_000).map { ("X-A", "\($0)") } })
        try Example.verify(signed)
    }

    @Test(
        "may have tens of thousands of parameters, and any escapes",
        arguments: [
            "a", "&", "=", "%", "%4", "%zz", "%41", "a&", "a=b&", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=&", "?", "é",
            "X-Amz-Signature=0&", "X-Amz-Algorithm&",
        ]
    )
    func query(unit: String) throws {
        let query = String(repeating: unit, count: Self.mebibyte / 16 / unit.utf8.count)
        if !unit.hasPrefix("X-Amz") {
            try Example.verify(Example.signed(Example.call.with { $0.target = "/?" + query }))
        }
        refused(Example.presignedCall.with { $0.target += "&" + query + "a" })
    }

    @Test(
        "may climb out of their path as often as they like",
        arguments: ["/", "/.", "/..", "/a/..", "/a", "/%2e", "%"]
    )
    func path(unit: String) throws {
        let path = String(repeating: unit, count: Self.mebibyte / 16 / unit.utf8.count)
        try Example.verify(Example.signed(Example.call.with { $0.target = path }))
        try Example.verify(Example.signed(Example.call.with { $0.target = "/a/b/c" + path }))
    }

    @Test("may be nothing but noise", arguments: 0..<300)
    func noise(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = WireRequest.visible + " \t\né,,;;==//&&%%%"
        let names = ["Authorization", "X-Amz-Date", "Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256", "Host", ""]
        var request = Bool.random(using: &generator) ? Example.signedCall : Example.presignedCall
        for name in names where generator.number(0...2) == 0 {
            let prefix = Bool.random(using: &generator) ? "AWS4-HMAC-SHA256 " : request[name]
            request.set(name, prefix + generator.text(of: alphabet, 0...60))
        }
        request.target += generator.text(of: alphabet, 1...40)
        refused(request)
    }
}

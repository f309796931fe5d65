import Testing

@testable import SigV4

@Suite("A presigned request")
struct PresigningTests {
    private let request = Example.presignedCall

    private func replacing(_ old: String, _ new: String) -> WireRequest {
        request.with { $0.target = $0.target.replacing(old, with: new) }
    }

    @Test("is accepted from its date until it expires, and not a second longer")
    func lifetime() throws {
        try Example.verify(request)
        try Example.verify(request, at: Example.now.after(seconds: 3600))
        let later = Example.now.after(seconds: 3601)
        #expect(throws: SignatureRefusal.expired(signed: Example.now, now: later, windowSeconds: 3600)) {
            try Example.verify(request, at: later)
        }
        #expect(throws: SignatureRefusal.self) { try Example.verify(request, at: Example.now.after(seconds: -301)) }
    }

    @Test("claims what its parameters say")
    func claims() throws {
        let claims = try SignatureClaims(of: request.signable)
        #expect(claims.form == .query)
        #expect(claims.expiresAfterSeconds == 3600)
        #expect(
            claims.credential.description
                == "AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/partnercentral-selling/aws4_request"
        )
        #expect(claims.sessionToken == nil)
    }

    @Test(
        "names exactly the parameters that are missing",
        arguments: [
            ("Algorithm", SignaturePart.algorithm), ("Credential", .credential), ("Signature", .signature),
            ("SignedHeaders", .signedHeaders), ("Date", .date),
        ]
    )
    func missing(name: String, part: SignaturePart) {
        let altered = replacing("X-Amz-\(name)=", "X-\(name)=")
        #expect(throws: SignatureRefusal.incompleteQuery(missing: [part])) { try Example.verify(altered) }
        #expect(
            SignatureRefusal.incompleteQuery(missing: [part]).message
                == "AWS query-string parameters must include 'X-Amz-\(name)'. Re-examine the query-string parameters."
        )
    }

    @Test(
        "expires in one second to seven days",
        arguments: ["0", "604801", "-1", "1e3", "", " 60", "99999999999999999999"]
    )
    func expiry(text: String) {
        let altered = replacing("X-Amz-Expires=3600", "X-Amz-Expires=\(text)")
        #expect(throws: SignatureRefusal.self) { try Example.verify(altered) }
    }

    @Test("may be left without an expiry by its signer, and then holds five minutes")
    func withoutExpiry() throws {
        let claims = try SignatureClaims(of: replacing("X-Amz-Expires=3600&", "").signable)
        try Example.verifier.admit(claims, at: Example.now.after(seconds: 300))
        #expect(throws: SignatureRefusal.self) {
            try Example.verifier.admit(claims, at: Example.now.after(seconds: 301))
        }
    }

    @Test("may not be signed in its header as well")
    func both() {
        let both = request.with { $0.set("Authorization", Example.signedCall["Authorization"]) }
        #expect(throws: SignatureRefusal.signedInHeaderAndQuery) { try Example.verify(both) }
    }

    @Test("may leave its body open, and says so")
    func unsignedPayload() throws {
        var open = WireRequest(method: "PUT", target: "/x?a=1").signable
        open.payload = .unsigned
        let target = Example.signer.target(presigning: open, at: Example.now, expiresAfterSeconds: 60)
        #expect(target.contains("&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD&"))
        try Example.verify(WireRequest(method: "PUT", target: target, body: Array("anything".utf8)))
    }

    @Test("wants its algorithm spelled as it is", arguments: ["AWS4-HMAC-SHA1", "aws4-hmac-sha256"])
    func algorithm(name: String) {
        #expect(throws: SignatureRefusal.unsupportedAlgorithm(name)) {
            try Example.verify(replacing("=AWS4-HMAC-SHA256", "=\(name)"))
        }
    }
}

import Testing

@testable import SigV4

@Suite("The claims of a request signed in its header")
struct ClaimsTests {
    private func claims(_ authorization: String?, headers: [(name: String, value: String)] = date) throws
        -> SignatureClaims
    {
        var request = WireRequest(headers: [("Host", "h")] + headers)
        if let authorization { request.set("Authorization", authorization) }
        return try SignatureClaims(of: request.signable)
    }

    private static let date = [(name: "X-Amz-Date", value: "20150830T123600Z")]
    private static let whole =
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/service/aws4_request, "
        + "SignedHeaders=host;x-amz-date, Signature=ab"

    @Test("are key, scope, time, signed headers, signature and token")
    func whole() throws {
        let claims = try claims(Self.whole, headers: Self.date + [("X-Amz-Security-Token", "token==")])
        #expect(claims.form == .header)
        #expect(claims.credential.accessKeyID == "AKID")
        #expect(claims.credential.scope == CredentialScope(date: "20150830", region: "us-east-1", service: "service"))
        #expect(claims.time.description == "20150830T123600Z")
        #expect(claims.signedHeaders.description == "host;x-amz-date")
        #expect(claims.signature.description == "ab")
        #expect(claims.sessionToken == "token==")
        #expect(claims.expiresAfterSeconds == nil)
    }

    @Test(
        "are read with commas, with spaces, with both, in any order, and among unknown parts",
        arguments: [
            "AWS4-HMAC-SHA256 Credential=a/b/c/d/e,SignedHeaders=host,Signature=s",
            "AWS4-HMAC-SHA256 Signature=s SignedHeaders=host Credential=a/b/c/d/e",
            " AWS4-HMAC-SHA256   Credential=a/b/c/d/e ,\tOther=x,, SignedHeaders=host, Signature=s, ",
        ]
    )
    func separators(authorization: String) throws {
        #expect(try claims(authorization).credential.description == "a/b/c/d/e")
    }

    @Test(
        "are missing without an Authorization header, and with one of another scheme",
        arguments: [nil, "", "Bearer x"]
    )
    func missing(authorization: String?) {
        #expect(throws: SignatureRefusal.missingAuthentication) { try claims(authorization) }
        #expect(SignatureRefusal.missingAuthentication.message == "Missing Authentication Token")
        #expect(SignatureRefusal.missingAuthentication.group == .missingAuthenticationToken)
    }

    @Test(
        "name exactly the parts that are missing",
        arguments: [
            ("AWS4-HMAC-SHA256", [SignaturePart.credential, .signature, .signedHeaders]),
            ("AWS4-HMAC-SHA256 Credential=a/b/c/d/e", [.signature, .signedHeaders]),
            ("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, Signature=s, SignedHeaders=", [.signedHeaders]),
            ("AWS4-HMAC-SHA256 credential=a/b/c/d/e, Signature=s, SignedHeaders=host", [.credential]),
        ]
    )
    func incomplete(authorization: String, missing: [SignaturePart]) {
        #expect(throws: SignatureRefusal.incompleteHeader(missing: missing, authorization: authorization)) {
            try claims(authorization)
        }
        #expect(throws: SignatureRefusal.incompleteHeader(missing: missing + [.date], authorization: authorization)) {
            try claims(authorization, headers: [])
        }
    }

    @Test("say in AWS's words what is missing")
    func incompleteMessage() {
        let refusal = SignatureRefusal.incompleteHeader(missing: [.credential, .date], authorization: "AWS4-X")
        #expect(refusal.group == .incompleteSignature)
        #expect(
            refusal.message == "Authorization header requires 'Credential' parameter. Authorization header requires "
                + "existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=AWS4-X"
        )
    }

    @Test("are refused where a part has no equals sign")
    func withoutEqualsSign() {
        let authorization = "AWS4-HMAC-SHA256 Credential, Signature=s"
        #expect(throws: SignatureRefusal.partWithoutEqualsSign("Credential", authorization: authorization)) {
            try claims(authorization)
        }
        #expect(
            SignatureRefusal.partWithoutEqualsSign("x", authorization: "AWS4- x").message
                == "'x' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4- x'."
        )
    }

    @Test("are refused with another algorithm, even of the same family")
    func algorithm() {
        #expect(throws: SignatureRefusal.unsupportedAlgorithm("AWS4-HMAC-SHA512")) {
            try claims("AWS4-HMAC-SHA512 Credential=a/b/c/d/e, Signature=s, SignedHeaders=host")
        }
    }

    @Test(
        "are refused unless the credential has five elements",
        arguments: ["a/b/c/d", "a/b/c/d/e/f", "a", "////////"]
    )
    func credential(text: String) {
        #expect(throws: SignatureRefusal.malformedCredential(text)) {
            try claims("AWS4-HMAC-SHA256 Credential=\(text), Signature=s, SignedHeaders=host")
        }
        #expect(
            SignatureRefusal.malformedCredential(text).message.hasSuffix(
                "keyid/date/region/service/term, got '\(text)'"
            )
        )
    }

    @Test("take the time from X-Amz-Date, and from Date only without it")
    func dates() throws {
        let both = [(name: "Date", value: "garbage")] + Self.date
        #expect(try claims(Self.whole, headers: both).timeHeader == "x-amz-date")
        let date = try claims(Self.whole, headers: [("Date", "Sun, 30 Aug 2015 12:36:00 GMT")])
        #expect(date.timeHeader == "date")
        #expect(date.time.description == "20150830T123600Z")
    }

    @Test("are refused with a date that is none", arguments: ["X-Amz-Date", "Date"])
    func malformedDate(name: String) {
        #expect(throws: SignatureRefusal.malformedDate("yesterday")) {
            try claims(Self.whole, headers: [(name, "yesterday")])
        }
        #expect(
            SignatureRefusal.malformedDate("x").message
                == "Date must be in ISO-8601 'basic format'. Got 'x'. See http://en.wikipedia.org/wiki/ISO_8601"
        )
    }
}

import Testing

@testable import SigV4

@Suite("A verifier")
struct VerifierTests {
    private let call = Example.signedCall

    @Test("accepts what a signer signed, and once more from the kept key")
    func accepts() throws {
        try Example.verify(call)
        try Example.verify(call)
    }

    @Test("accepts temporary credentials and hands their token to the caller, signed or added afterwards")
    func sessionToken() throws {
        let key = AccessKey(
            id: Example.accessKey.id,
            secretAccessKey: Example.accessKey.secretAccessKey,
            sessionToken: "IQoJb3JpZ2luX2VjEJr//w=="
        )
        let signer = Signer(accessKey: key, region: Example.region, service: Example.service)
        for request in [
            Example.signed(Example.call, by: signer),
            call.with { $0.set("X-Amz-Security-Token", "IQoJb3JpZ2luX2VjEJr//w==") },
        ] {
            try Example.verify(request)
            #expect(try SignatureClaims(of: request.signable).sessionToken == key.sessionToken)
        }
    }

    @Test("names all that is wrong with a scope in one answer")
    func scope() throws {
        let verifier = Verifier(region: "eu-west-1", service: "sqs")
        #expect(throws: SignatureRefusal.wrongScope([.region, .service(expected: "sqs")])) {
            try Example.verify(call, by: verifier)
        }
        let altered = call.with {
            $0.set(
                "Authorization",
                $0["Authorization"].replacing("/20261123/us-east-1/", with: "/20261124/us-east-2/")
                    .replacing("aws4_request", with: "aws5_request")
            )
        }
        let faults: [ScopeFault] = [
            .region, .terminator(found: "aws5_request"), .date(found: "20261124", time: Example.now),
        ]
        #expect(throws: SignatureRefusal.wrongScope(faults)) { try Example.verify(altered) }
        #expect(
            SignatureRefusal.wrongScope(faults + [.service(expected: "partnercentral-selling")]).message
                == "Credential should be scoped to a valid region. Credential should be scoped with a valid terminator: "
                + "'aws4_request', not 'aws5_request'. Date in Credential scope does not match YYYYMMDD from ISO-8601 "
                + "version of date from HTTP: '20261124' != '20261123', from '20261123T194005Z'. "
                + "Credential should be scoped to correct service: 'partnercentral-selling'."
        )
    }

    @Test("wants the host and the date's header signed", arguments: ["host", "x-amz-date"])
    func mustBeSigned(name: String) {
        let altered = call.with {
            $0.set("Authorization", $0["Authorization"].replacing(name, with: "other"))
        }
        #expect(throws: SignatureRefusal.headerMustBeSigned(name)) { try Example.verify(altered) }
        #expect(SignatureRefusal.headerMustBeSigned(name).message.contains("must be a 'SignedHeader'"))
    }

    @Test("wants the list of signed headers in order, and every one of them there")
    func signedHeaders() {
        let disordered = call.with {
            $0.set("Authorization", $0["Authorization"].replacing("content-type;host", with: "host;content-type"))
        }
        let list = "host;content-type;x-amz-date;x-amz-target"
        #expect(throws: SignatureRefusal.signedHeadersOutOfOrder(list)) { try Example.verify(disordered) }
        let stripped = call.with { $0.remove("Content-Type") }
        #expect(throws: SignatureRefusal.signedHeaderAbsent("content-type")) { try Example.verify(stripped) }
    }

    @Test("does not mind headers that are not signed")
    func unsigned() throws {
        try Example.verify(call.with { $0.set("X-Forwarded-For", "::1") })
        try Example.verify(call.with { $0.set("User-Agent", "another") })
    }

    @Test("answers a mismatch in AWS's words, and keeps what it calculated for the log")
    func mismatch() throws {
        let claims = try SignatureClaims(of: call.signable)
        let refusal = try #require(
            #expect(throws: SignatureRefusal.self) {
                try Example.verifier.verify(claims, of: call.signable, secretAccessKey: "other", at: Example.now)
            }
        )
        guard case .signatureMismatch(let canonicalRequest, let stringToSign) = refusal else {
            Issue.record("refused otherwise: \(refusal)")
            return
        }
        #expect(canonicalRequest.hasPrefix("POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:"))
        #expect(stringToSign.hasPrefix("AWS4-HMAC-SHA256\n20261123T194005Z\n20261123/us-east-1/"))
        #expect(refusal.message.hasPrefix("The request signature we calculated does not match the signature you"))
        #expect(refusal.message.hasSuffix("Consult the service documentation for details."))
        #expect(refusal.explanation?.contains(canonicalRequest) == true)
        #expect(refusal.group == .invalidSignature)
    }

    @Test("keeps no session token for the log, be it in a header or in the query")
    func explanationWithoutToken() throws {
        let canonical =
            "POST\n/\nA=b&X-Amz-Security-Token=hush&Z=y\nhost:h\nx-amz-security-token:hush\n\nhost\nhash"
        let refusal = SignatureRefusal.signatureMismatch(canonicalRequest: canonical, stringToSign: "s")
        let explanation = try #require(refusal.explanation)
        #expect(!explanation.contains("hush"))
        #expect(explanation.contains("A=b&X-Amz-Security-Token=***&Z=y\nhost:h\nx-amz-security-token:***\n"))
    }

    @Test("says for the log what AWS says with the Authorization header, without it")
    func explanationWithoutAuthorization() throws {
        let refusals: [SignatureRefusal] = [
            .partWithoutEqualsSign("Signature:hush", authorization: "AWS4-HMAC-SHA256 hush"),
            .incompleteHeader(missing: [.credential, .date], authorization: "AWS4-HMAC-SHA256 hush"),
        ]
        for refusal in refusals {
            #expect(refusal.repeatsAuthorization)
            #expect(refusal.message.contains("hush"))
            #expect(try !#require(refusal.explanation).contains("hush"))
        }
        #expect(!SignatureRefusal.payloadMustBeSigned.repeatsAuthorization)
    }

    @Test("admits without a secret whatever only a secret can refuse")
    func admits() throws {
        let altered = call.with { $0.body = [] }
        try Example.verifier.admit(SignatureClaims(of: altered.signable), at: Example.now)
    }

    @Test("holds a declared hash against the body, and takes no unsigned body in header form")
    func declaredPayload() throws {
        var declared = Example.call
        for field in Example.signer.headers(signing: declared.signable, at: Example.now, declaringPayload: true) {
            declared.set(field.name, field.value)
        }
        try Example.verify(declared)
        #expect(throws: SignatureRefusal.payloadMismatch(declared: declared["X-Amz-Content-Sha256"])) {
            try Example.verify(declared.with { $0.body.append(0x20) })
        }
        #expect(throws: SignatureRefusal.payloadMustBeSigned) {
            try Example.verify(call.with { $0.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD") })
        }
    }
}

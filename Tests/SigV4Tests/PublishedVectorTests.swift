import Testing

@testable import SigV4

@Suite(
    "AWS's published test suite",
    .enabled(if: PublishedVector.folder != nil, "COSELL_CONFORMANCE names no folder")
)
struct PublishedVectorTests {
    private static let time = SigningTime(secondsSinceEpoch: 1_440_938_160)
    private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

    @Test("is there, whole, and the expected failures are of it")
    func whole() {
        let names = Set(PublishedVector.all.map(\.name))
        #expect(names.count == 34)
        #expect(names.isSuperset(of: ExpectedFailures.ofVerifying.keys))
    }

    @Test("has our canonical requests and strings to sign", arguments: PublishedVector.all)
    func canonicalRequests(vector: PublishedVector) throws {
        let claims = try SignatureClaims(of: signed(vector).signable)
        let canonical = CanonicalRequest(
            of: signed(vector).signable,
            signing: claims.signedHeaders,
            payload: vector.request.signable.payload
        )
        #expect(canonical.text == vector.canonicalRequest)
        let string = StringToSign(time: claims.time, scope: claims.credential.scope, canonicalRequest: canonical)
        #expect(string.text == vector.stringToSign)
    }

    @Test("has our Authorization headers", arguments: PublishedVector.all)
    func authorizations(vector: PublishedVector) {
        #expect(signed(vector)["Authorization"] == vector.authorization)
    }

    @Test("has its signed requests accepted", arguments: PublishedVector.all)
    func signedRequests(vector: PublishedVector) throws {
        guard let reason = ExpectedFailures.ofVerifying[vector.name] else { return try verify(vector) }
        withKnownIssue("\(reason)") { try verify(vector) }
    }

    private func verify(_ vector: PublishedVector) throws {
        try Verifier(region: "us-east-1", service: "service").verify(
            SignatureClaims(of: vector.signedRequest.signable),
            of: vector.signedRequest.signable,
            secretAccessKey: Self.secret,
            at: Self.time
        )
    }

    /// Signs the token where the case does; one case adds it only afterwards.
    private func signed(_ vector: PublishedVector) -> WireRequest {
        let signsToken = vector.authorization.contains("x-amz-security-token")
        let key = AccessKey(
            id: "AKIDEXAMPLE",
            secretAccessKey: Self.secret,
            sessionToken: signsToken ? vector.signedRequest["X-Amz-Security-Token"] : nil
        )
        let signer = Signer(accessKey: key, region: "us-east-1", service: "service")
        return Example.signed(vector.request, at: Self.time, by: signer)
    }
}

import SigV4

/// The key, the place and the moment that the tests sign with.
enum Example {
    static let accessKey = AccessKey(
        id: "AKIAIOSFODNN7EXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    )
    static let region = "us-east-1"
    static let service = "partnercentral-selling"
    /// 2026-11-23T19:40:05Z
    static let now = SigningTime(secondsSinceEpoch: 1_795_462_805)

    static let signer = Signer(accessKey: accessKey, region: region, service: service)
    static let verifier = Verifier(region: region, service: service)

    /// A call as boto3 makes it.
    static let call = WireRequest(
        headers: [
            ("Host", "partnercentral-selling.us-east-1.api.aws"),
            ("X-Amz-Target", "AWSPartnerCentralSelling.DisassociateOpportunity"),
            ("Content-Type", "application/x-amz-json-1.0"),
            ("User-Agent", "Boto3/1.43.11"),
        ],
        body: Array(#"{"Catalog":"Sandbox"}"#.utf8)
    )

    static let signedCall = signed(call)

    static let presignedCall = WireRequest(
        method: "GET",
        target: signer.target(
            presigning: WireRequest(method: "GET", target: "/").signable,
            at: now,
            expiresAfterSeconds: 3600
        )
    )

    static func signed(_ request: WireRequest, at time: SigningTime = now, by signer: Signer = signer) -> WireRequest {
        var request = request
        for (name, value) in signer.headers(signing: request.signable, at: time) { request.set(name, value) }
        return request
    }

    /// What a server does: reads the claims, looks the key up, verifies.
    static func verify(
        _ request: WireRequest,
        at time: SigningTime = now,
        by verifier: Verifier = verifier
    ) throws {
        let claims = try SignatureClaims(of: request.signable)
        guard claims.credential.accessKeyID == accessKey.id else { throw UnknownAccessKey() }
        try verifier.verify(
            claims,
            of: request.signable,
            secretAccessKey: accessKey.secretAccessKey,
            at: time
        )
    }

    struct UnknownAccessKey: Error {}
}

extension SigningTime {
    func after(seconds: Int) -> SigningTime {
        SigningTime(secondsSinceEpoch: secondsSinceEpoch + seconds)
    }
}

import Testing

@testable import SigV4

@Suite("Signatures made by botocore")
struct BotocoreVectorTests {
    private func signer(for vector: BotocoreVector) -> Signer {
        let key = AccessKey(
            id: Example.accessKey.id,
            secretAccessKey: Example.accessKey.secretAccessKey,
            sessionToken: vector.sessionToken
        )
        return Signer(accessKey: key, region: Example.region, service: vector.service)
    }

    private func authorization(of vector: BotocoreVector) -> String {
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/\(vector.service)/aws4_request, "
            + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)"
    }

    @Test("are made by our signer too, byte for byte", arguments: BotocoreVector.signedInHeader)
    func signing(vector: BotocoreVector) throws {
        let signed = Example.signed(vector.request, by: signer(for: vector))
        #expect(signed["Authorization"] == authorization(of: vector))
        try Example.verify(signed, by: Verifier(region: Example.region, service: vector.service))
    }

    @Test("are accepted with a Date header, whose zone botocore writes as -0000")
    func dateHeader() throws {
        let vector = BotocoreVector.datedByDateHeader
        let signed = vector.request.with { $0.set("Authorization", authorization(of: vector)) }
        try Example.verify(signed)
        let unsigned = signed.with { $0.set("Authorization", $0["Authorization"].replacing("date;host", with: "host")) }
        #expect(throws: SignatureRefusal.headerMustBeSigned("date")) { try Example.verify(unsigned) }
    }

    @Test("are made with a body and a secret of any characters")
    func unicode() {
        let signer = Signer(
            accessKey: AccessKey(id: "test", secretAccessKey: "test"),
            region: Example.region,
            service: Example.service
        )
        let request = WireRequest(
            target: "/CreateOpportunity",
            headers: [
                ("Host", "partnercentral-selling.us-east-1.api.aws"),
                ("Content-Type", "application/json; charset=UTF-8"),
            ],
            body: Array(#"{"Name":"Zoë – 東京"}"#.utf8)
        )
        let signature = "ae4531b5c3afc1d09e5dabd037e19ca492656365c63e58335fee2e43c5de78b0"
        #expect(Example.signed(request, by: signer)["Authorization"].hasSuffix("Signature=\(signature)"))
    }

    @Test("are made in the query, byte for byte")
    func presigning() throws {
        let target =
            "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261123%2Fus-east-1"
            + "%2Fpartnercentral-selling%2Faws4_request&X-Amz-Date=20261123T194005Z&X-Amz-Expires=3600"
            + "&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=96d2720814aa9e98254fe9e41009fe26d9100a344c1b8403214d28f18d03c9bf"
        #expect(Example.presignedCall.target == target)
        try Example.verify(WireRequest(method: "GET", target: target))
    }

    @Test("are made in the query with temporary credentials, beside other parameters")
    func presigningWithToken() throws {
        let key = AccessKey(
            id: Example.accessKey.id,
            secretAccessKey: Example.accessKey.secretAccessKey,
            sessionToken: BotocoreVector.token
        )
        let signer = Signer(accessKey: key, region: Example.region, service: Example.service)
        let request = WireRequest(method: "GET", target: "/x?z=1&a=b%20c")
        let target = signer.target(presigning: request.signable, at: Example.now, expiresAfterSeconds: 604_800)
        #expect(
            target == "/x?z=1&a=b%20c&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261123%2Fus-east-1%2Fpartnercentral-selling%2Faws4_request"
                + "&X-Amz-Date=20261123T194005Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host"
                + "&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEJr%2F%2F%2F%2F%2F%2F%2F%2F%2F%2FwEaCXVzLWVhc3QtMSJHMEUCIQ%3D%3D"
                + "&X-Amz-Signature=11f4c02ed3709f9c4100d62cd9050f30b01419b176b04e4dfc35ee37721082d5"
        )
        let signed = WireRequest(method: "GET", target: target)
        try Example.verify(signed, at: Example.now.after(seconds: 604_800))
        #expect(try SignatureClaims(of: signed.signable).sessionToken == BotocoreVector.token)
    }
}

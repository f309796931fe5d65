import SigV4
import Testing

@testable import Server

@Suite("Who signed a request: refused signatures")
struct SignatureTests {
    typealias Change = @Sendable (IncomingRequest) -> IncomingRequest

    static let missing = "MissingAuthenticationTokenException"
    static let incomplete = "IncompleteSignatureException"
    static let invalid = "InvalidSignatureException"

    /// Refused whoever signs: no secret is needed to see what is wrong.
    static let refusals: [(String, code: String, Change)] = [
        ("no header", missing, { $0.withHeader("authorization", nil) }),
        ("an empty header", missing, { $0.withHeader("authorization", "") }),
        ("another scheme", missing, { $0.withHeader("authorization", "Bearer abc") }),
        ("a part without '='", incomplete, { $0.withAuthorization("Signature=", "Signature:") }),
        ("no signature", incomplete, { $0.withAuthorization("Signature=", "Sig=") }),
        ("no credential", incomplete, { $0.withAuthorization("Credential=", "Cred=") }),
        ("no signed headers", incomplete, { $0.withAuthorization("SignedHeaders=", "Headers=") }),
        ("no date", incomplete, { $0.withHeader("x-amz-date", nil) }),
        ("a date that is none", incomplete, { $0.withHeader("x-amz-date", "yesterday") }),
        ("another algorithm", incomplete, { $0.withAuthorization("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1") }),
        ("a short credential", incomplete, { $0.withAuthorization("/aws4_request", "") }),
        (
            "half a query", incomplete,
            {
                $0.withHeader("authorization", nil).changed(target: "/?X-Amz-Algorithm=AWS4-HMAC-SHA256")
            }
        ),
        ("header and query", invalid, { $0.changed(target: "/?X-Amz-Algorithm=AWS4-HMAC-SHA256") }),
        ("the host unsigned", invalid, { $0.withAuthorization(";host;", ";") }),
        ("the date unsigned", invalid, { $0.withAuthorization(";x-amz-date", "") }),
        ("names out of order", invalid, { $0.withAuthorization("content-type;host", "host;content-type") }),
        ("another region", invalid, { $0.withAuthorization("/us-east-1/", "/eu-west-1/") }),
        ("another service", invalid, { $0.withAuthorization("/partnercentral-selling/", "/s3/") }),
        ("another end of the scope", invalid, { $0.withAuthorization("aws4_request", "aws5_request") }),
    ]

    @Test("each kind has its AWS error, in both modes, registered or not", arguments: refusals)
    func always(_ row: (String, code: String, Change)) async throws {
        for mode in AuthenticationMode.allCases {
            let server = try await PipelineUnderTest(mode)
            for caller in [Caller(), .of(account: "111122223333")] {
                let answer = await server.pipeline.answer(row.2(caller.request("ListSolutions", Body.list)))
                #expect(answer.status == 400)
                #expect(answer.errorCode == row.code, "\(answer.text)")
                #expect(answer.members["__type"] == "com.amazon.coral.service#\(row.code)")
                #expect(answer.message?.isEmpty == false)
            }
        }
    }

    /// Seen only with the secret, so that an unregistered key of open mode passes.
    static let withSecret: [(String, Change)] = [
        ("another body", { $0.changed(body: #"{"Catalog":"AWS"}"#) }),
        ("another query", { $0.changed(target: "/?a=b") }),
        ("another header", { $0.withHeader("content-type", "application/x-amz-json-1.1") }),
        ("a header gone", { $0.withHeader("host", nil) }),
        ("another signature", { $0.withAuthorization("Signature=", "Signature=0") }),
    ]

    @Test("a request that was changed on its way is refused, where the key is registered", arguments: withSecret)
    func changed(_ row: (String, Change)) async throws {
        let server = try await PipelineUnderTest()
        let registered = await server.pipeline.answer(row.1(Caller().request("ListSolutions", Body.list)))
        #expect(registered.errorCode == Self.invalid)
        #expect(registered.message?.hasPrefix("The request signature we calculated does not match") == true)
        let unregistered = Caller.of(account: "111122223333").request("ListSolutions", Body.list)
        #expect(await server.pipeline.answer(row.1(unregistered)).status == 200)
    }

    @Test("a body that is not the one that was declared is refused")
    func declaredBody() async throws {
        let server = try await PipelineUnderTest()
        let caller = Caller()
        let signed = caller.sign(
            target: "/ListSolutions",
            headers: [
                ("Content-Type", "application/json"), ("X-Amz-Content-Sha256", String(repeating: "0", count: 64)),
            ],
            body: Body.list
        )
        #expect(await server.pipeline.answer(signed).errorCode == Self.invalid)
    }

    static let skews: [(Int, accepted: Bool)] = [
        (0, true), (-290, true), (290, true), (-310, false), (310, false), (-86_400, false), (86_400, false),
    ]

    @Test("a clock may be wrong by five minutes either way", arguments: skews)
    func skew(_ seconds: Int, _ accepted: Bool) async throws {
        var caller = Caller()
        caller.skewSeconds = seconds
        let answer = try await PipelineUnderTest().send("ListSolutions", Body.list, by: caller)
        #expect((answer.status == 200) == accepted)
        guard !accepted else { return }
        #expect(answer.errorCode == Self.invalid)
        #expect(answer.message?.hasPrefix(seconds < 0 ? "Signature expired: " : "Signature not yet current: ") == true)
    }

    @Test("a presigned request is accepted, and refused after its time", arguments: [(0, true), (-61, false)])
    func presigned(_ skew: Int, _ accepted: Bool) async throws {
        var caller = Caller()
        caller.skewSeconds = skew
        let headers = [(name: "Host", value: "127.0.0.1:4280"), (name: "Content-Type", value: "application/json")]
        let signable = SignableRequest(
            method: "POST",
            target: "/ListSolutions",
            headers: headers,
            body: Body.list.utf8
        )
        let target = Signer(accessKey: caller.key, region: caller.region, service: caller.service)
            .target(presigning: signable, at: caller.now, expiresAfterSeconds: 60)
        let request = IncomingRequest(method: "POST", target: target, headers: headers, body: Array(Body.list.utf8))
        let answer = try await PipelineUnderTest().pipeline.answer(request)
        #expect((answer.status == 200) == accepted, "\(answer.text)")
    }

    @Test("what a client repeats too much of is cut short")
    func longHeader() async throws {
        let request = Caller().request("ListSolutions", Body.list)
            .withHeader("authorization", "AWS4-HMAC-SHA256 " + String(repeating: "x", count: 100_000))
        let answer = try await PipelineUnderTest().pipeline.answer(request)
        #expect(answer.errorCode == Self.incomplete)
        #expect(answer.body.count < 5_000)
    }
}

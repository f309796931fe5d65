/// Signs requests with one access key for one region and service.
///
/// A request must carry its `host` before it is signed: which one goes on the wire only its sender knows.
public struct Signer: Sendable {
    public let accessKey: AccessKey
    public let region: String
    public let service: String
    private let keys: SigningKeyCache

    public init(
        accessKey: AccessKey,
        region: String,
        service: String,
        keys: SigningKeyCache = SigningKeyCache(capacity: 8)
    ) {
        self.accessKey = accessKey
        self.region = region
        self.service = service
        self.keys = keys
    }

    /// The headers to send with the request, replacing those of the same names: X-Amz-Date, X-Amz-Security-Token where
    /// the key has one, X-Amz-Content-Sha256 where asked for, and Authorization.
    ///
    /// - Parameters:
    ///   - time: The sender's clock.
    ///   - declaringPayload: Whether to send X-Amz-Content-Sha256, which few services other than S3 want.
    public func headers(
        signing request: SignableRequest,
        at time: SigningTime,
        declaringPayload: Bool = false
    ) -> [(name: String, value: String)] {
        var fields = [(name: "X-Amz-Date", value: time.description)]
        if let token = accessKey.sessionToken { fields.append(("X-Amz-Security-Token", token)) }
        if declaringPayload { fields.append(("X-Amz-Content-Sha256", request.payload.description)) }
        var request = request
        for field in fields {
            request.removeHeaders(named: field.name.lowercased())
            request.addHeader(field.name, field.value)
        }
        let signedHeaders = signedHeaders(of: request)
        let signature = signature(of: request, signedHeaders, at: time)
        let authorization =
            "\(StringToSign.algorithm) Credential=\(credential(at: time)), SignedHeaders=\(signedHeaders), "
            + "Signature=\(signature)"
        return fields + [("Authorization", authorization)]
    }
}

extension Signer {
    func credential(at time: SigningTime) -> Credential {
        Credential(accessKeyID: accessKey.id, scope: scope(at: time))
    }

    func signature(of request: SignableRequest, _ signedHeaders: SignedHeaders, at time: SigningTime) -> Signature {
        let canonical = CanonicalRequest(of: request, signing: signedHeaders, payload: request.payload)
        let string = StringToSign(time: time, scope: scope(at: time), canonicalRequest: canonical)
        return keys.key(secretAccessKey: accessKey.secretAccessKey, scope: scope(at: time)).signature(of: string)
    }

    func signedHeaders(of request: SignableRequest) -> SignedHeaders {
        let names = request.headers.map { request.name(of: $0).text }
        return SignedHeaders(names: names.filter { !Self.unsignedHeaders.contains($0) })
    }

    private func scope(at time: SigningTime) -> CredentialScope {
        CredentialScope(date: time.date, region: region, service: service)
    }

    /// Headers that a proxy or an HTTP library may change on the way, which AWS's own clients leave unsigned for that
    /// reason, and the one that the signature itself goes into.
    private static let unsignedHeaders: Set = [
        "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
        "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]
}

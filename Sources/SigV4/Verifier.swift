/// Decides whether a request was signed with a secret, for this region and service, about now.
///
/// Verifying takes two steps, because between them the caller looks the access key up:
///
///     let claims = try SignatureClaims(of: request)
///     try verifier.admit(claims, at: now)                          // refuses before any key is looked up
///     let key = … claims.credential.accessKeyID, claims.sessionToken …
///     try verifier.verify(claims, of: request, secretAccessKey: key.secret, at: now)
///
/// The session token is the caller's to compare: the verifier does not know which one belongs to the key.
public struct Verifier: Sendable {
    public let region: String
    public let service: String
    private let keys: SigningKeyCache

    /// How far a signature's time may lie from the server's clock, either way.
    public static let toleranceSeconds = 300

    public init(region: String, service: String, keys: SigningKeyCache = SigningKeyCache()) {
        self.region = region
        self.service = service
        self.keys = keys
    }

    /// Checks all that needs no secret: time, the headers that must be signed, and scope.
    ///
    /// - Parameter now: The real clock, never an adjustable one.
    public func admit(_ claims: SignatureClaims, at now: SigningTime) throws(SignatureRefusal) {
        try checkTime(of: claims, at: now)
        try checkSignedHeaders(of: claims)
        let faults = scopeFaults(of: claims)
        guard faults.isEmpty else { throw .wrongScope(faults) }
    }

    /// Admits the claims and checks them against the secret: when it returns, what the claims say is so, and the body
    /// and the signed headers are what the holder of the secret signed.
    ///
    /// - Parameters:
    ///   - request: The one that the claims were read from, with the hash of the body that came with it.
    ///   - now: The real clock, never an adjustable one.
    public func verify(
        _ claims: SignatureClaims,
        of request: SignableRequest,
        secretAccessKey: String,
        at now: SigningTime
    ) throws(SignatureRefusal) {
        try admit(claims, at: now)
        let payload = try payload(of: request, claims)
        let canonical = CanonicalRequest(of: request, signing: claims.signedHeaders, payload: payload)
        if let name = canonical.absentHeader { throw .signedHeaderAbsent(name) }
        let scope = claims.credential.scope
        let string = StringToSign(time: claims.time, scope: scope, canonicalRequest: canonical)
        let key = keys.key(secretAccessKey: secretAccessKey, scope: scope)
        guard key.signature(of: string) == claims.signature else {
            throw .signatureMismatch(canonicalRequest: canonical.text, stringToSign: string.text)
        }
    }
}

extension Verifier {
    private func checkTime(of claims: SignatureClaims, at now: SigningTime) throws(SignatureRefusal) {
        guard claims.time <= now.advanced(bySeconds: Self.toleranceSeconds) else {
            throw .notYetCurrent(signed: claims.time, now: now, toleranceSeconds: Self.toleranceSeconds)
        }
        let window = claims.expiresAfterSeconds ?? Self.toleranceSeconds
        guard now <= claims.time.advanced(bySeconds: window) else {
            throw .expired(signed: claims.time, now: now, windowSeconds: window)
        }
    }

    /// AWS's documentation asks for every x-amz- header of a request to be signed, and some services insist. Only
    /// `host` and the date's header are demanded here: they tie a signature to this server and to its time.
    private func checkSignedHeaders(of claims: SignatureClaims) throws(SignatureRefusal) {
        let signed = claims.signedHeaders
        guard signed.contains("host") else { throw .headerMustBeSigned("host") }
        if let header = claims.timeHeader, !signed.contains(header) { throw .headerMustBeSigned(header) }
        guard signed.isAscending else { throw .signedHeadersOutOfOrder(signed.octets[...].excerpt) }
    }

    /// AWS names all faults of a scope in one answer, in this order.
    private func scopeFaults(of claims: SignatureClaims) -> [ScopeFault] {
        let scope = claims.credential.scope
        var faults: [ScopeFault] = []
        if scope.region != region { faults.append(.region) }
        if scope.service != service { faults.append(.service(expected: service)) }
        if scope.terminator != CredentialScope.terminator {
            faults.append(.terminator(found: scope.terminator.excerpt))
        }
        if scope.date != claims.time.date { faults.append(.date(found: scope.date.excerpt, time: claims.time)) }
        return faults
    }

    /// The hash that was signed, which is that of the body unless a presigned request leaves the body open.
    private func payload(of request: SignableRequest, _ claims: SignatureClaims) throws(SignatureRefusal)
        -> PayloadHash
    {
        guard let declared = claims.declaredPayload else { return request.payload }
        if declared == PayloadHash.unsigned.octets[...] {
            guard claims.form == .query else { throw .payloadMustBeSigned }
            return .unsigned
        }
        guard declared == request.payload.octets[...] else { throw .payloadMismatch(declared: declared.excerpt) }
        return request.payload
    }
}

/// What a request says of its own signature. None of it is believed before `Verifier.verify` has returned.
public struct SignatureClaims: Sendable {
    public let form: SignatureForm

    /// Whose key to look up, and the scope.
    public let credential: Credential

    /// From X-Amz-Date, or from Date where that is absent.
    public let time: SigningTime

    public let signedHeaders: SignedHeaders
    public let signature: Signature

    /// The token that came with temporary credentials. It is the caller's to compare with the key's own: it need not
    /// be among what is signed.
    public let sessionToken: String?

    /// How many seconds after `time` a presigned request holds, 1 to 604800; nil in header form, or where left out.
    public let expiresAfterSeconds: Int?

    /// The header, in lower case, that `time` was read from; nil for a presigned request.
    let timeHeader: String?

    /// X-Amz-Content-Sha256.
    let declaredPayload: Octets?
}

extension SignatureClaims {
    /// Reads the claims of a request in whichever form it carries them.
    ///
    /// The order of the refusals is that of AWS's own front: nothing there; parts missing; a date that is none; an
    /// algorithm or a credential that is none.
    ///
    /// - Throws: A refusal of any group; see `SignatureRefusal`.
    public init(of request: SignableRequest) throws(SignatureRefusal) {
        let authorization = request.firstValue(of: "authorization")
        let presigned = request.query.flatMap(PresignedQuery.init)
        switch (authorization, presigned) {
        case (nil, nil): throw .missingAuthentication
        case (.some, .some): throw .signedInHeaderAndQuery
        case (let value?, nil): self = try Self.inHeader(value, of: request)
        case (nil, let query?): self = try Self.inQuery(query, of: request)
        }
    }

    /// The longest that a presigned request may hold: seven days.
    public static let longestExpirySeconds = 604_800

    static func credential(_ octets: Octets, algorithm: Octets) throws(SignatureRefusal) -> Credential {
        guard algorithm.equals(StringToSign.algorithm) else { throw .unsupportedAlgorithm(algorithm.excerpt) }
        guard let credential = Credential(octets) else { throw .malformedCredential(octets.excerpt) }
        return credential
    }
}

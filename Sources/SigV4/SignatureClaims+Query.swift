extension SignatureClaims {
    static func inQuery(_ query: PresignedQuery, of request: SignableRequest) throws(SignatureRefusal)
        -> SignatureClaims
    {
        guard let algorithm = query[.algorithm], let credential = query[.credential], let date = query[.date],
            let signedHeaders = query[.signedHeaders], let signature = query[.signature]
        else { throw .incompleteQuery(missing: query.missingParts) }
        guard let time = SigningTime(basicFormat: date) else { throw .malformedDate(date.excerpt) }
        let token = query[.securityToken] ?? request.firstValue(of: "x-amz-security-token")
        return SignatureClaims(
            form: .query,
            credential: try Self.credential(credential, algorithm: algorithm),
            time: time,
            signedHeaders: SignedHeaders(signedHeaders),
            signature: Signature(signature),
            sessionToken: token?.text,
            expiresAfterSeconds: try expiry(query[.expires]),
            timeHeader: nil,
            declaredPayload: query[.contentSHA256] ?? request.firstValue(of: "x-amz-content-sha256")
        )
    }

    /// Where it is left out, the request holds as long as one signed in its header.
    private static func expiry(_ octets: Octets?) throws(SignatureRefusal) -> Int? {
        guard let octets else { return nil }
        guard octets.count <= 6, let seconds = Digits(octets).number(at: 0, length: octets.count),
            (1...longestExpirySeconds).contains(seconds)
        else { throw .malformedExpiry(octets.excerpt) }
        return seconds
    }
}

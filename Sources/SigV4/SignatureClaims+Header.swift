extension SignatureClaims {
    static func inHeader(_ value: Octets, of request: SignableRequest) throws(SignatureRefusal) -> SignatureClaims {
        let authorization = try AuthorizationHeader(value)
        let (timeHeader, timeText) = timeField(of: request)
        guard let credential = authorization.credential,
            let signature = authorization.signature,
            let signedHeaders = authorization.signedHeaders,
            let timeText
        else {
            let missing = authorization.missingParts + (timeText == nil ? [.date] : [])
            throw .incompleteHeader(missing: missing, authorization: value.excerpt)
        }
        let time = try time(timeText, from: timeHeader)
        return SignatureClaims(
            form: .header,
            credential: try Self.credential(credential, algorithm: authorization.algorithm),
            time: time,
            signedHeaders: SignedHeaders(signedHeaders),
            signature: Signature(signature),
            sessionToken: request.firstValue(of: "x-amz-security-token")?.text,
            expiresAfterSeconds: nil,
            timeHeader: timeHeader,
            declaredPayload: request.firstValue(of: "x-amz-content-sha256")
        )
    }

    /// X-Amz-Date goes before Date: browsers and some HTTP libraries do not let their users set the latter.
    private static func timeField(of request: SignableRequest) -> (name: String, value: Octets?) {
        if let value = request.firstValue(of: "x-amz-date") { return ("x-amz-date", value) }
        return ("date", request.firstValue(of: "date"))
    }

    private static func time(_ octets: Octets, from header: String) throws(SignatureRefusal) -> SigningTime {
        let time = header == "date" ? SigningTime(dateHeader: octets) : SigningTime(basicFormat: octets)
        guard let time else { throw .malformedDate(octets.excerpt) }
        return time
    }
}

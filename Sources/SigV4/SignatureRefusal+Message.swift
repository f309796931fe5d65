extension SignatureRefusal {
    /// What AWS answers. Where no answer of AWS is known, the sentence is Cosell's own, in the same manner.
    public var message: String {
        switch self {
        case .missingAuthentication: "Missing Authentication Token"
        case .partWithoutEqualsSign(let part, let authorization):
            "'\(part)' not a valid key=value pair (missing equal-sign) in Authorization header: '\(authorization)'."
        case .incompleteHeader(let missing, let authorization):
            missing.map { $0.headerSentence + " " }.joined() + "Authorization=\(authorization)"
        case .incompleteQuery(let missing):
            missing.map { $0.querySentence + " " }.joined() + "Re-examine the query-string parameters."
        case .unsupportedAlgorithm(let algorithm):
            "Unsupported AWS 'algorithm': '\(algorithm)' (only \(StringToSign.algorithm) for now)."
        case .malformedCredential(let credential):
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                + "got '\(credential)'"
        case .malformedDate(let date):
            "Date must be in ISO-8601 'basic format'. Got '\(date)'. See http://en.wikipedia.org/wiki/ISO_8601"
        case .malformedExpiry(let expiry):
            "X-Amz-Expires must be a number of seconds from 1 to \(SignatureClaims.longestExpirySeconds). "
                + "Got '\(expiry)'."
        case .signedInHeaderAndQuery:
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."
        case .expired(let signed, let now, let window):
            "Signature expired: \(signed) is now earlier than \(now.advanced(bySeconds: -window)) "
                + "(\(now) - \(Self.duration(window)))"
        case .notYetCurrent(let signed, let now, let tolerance):
            "Signature not yet current: \(signed) is still later than \(now.advanced(bySeconds: tolerance)) "
                + "(\(now) + \(Self.duration(tolerance)))"
        case .headerMustBeSigned("host"):
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
        case .headerMustBeSigned(let name): "'\(name)' must be a 'SignedHeader' in the AWS Authorization."
        case .wrongScope(let faults): faults.map(\.message).joined(separator: " ")
        case .signedHeadersOutOfOrder, .payloadMismatch, .payloadMustBeSigned, .signedHeaderAbsent, .signatureMismatch:
            Self.mismatchMessage
        }
    }

    private static let mismatchMessage =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
        + "Key and signing method. Consult the service documentation for details."

    /// Whole minutes as AWS writes them, else seconds.
    private static func duration(_ seconds: Int) -> String {
        seconds.isMultiple(of: 60) ? "\(seconds / 60) min." : "\(seconds) sec."
    }
}

extension SignaturePart {
    /// What a request signed by header lacks.
    var headerSentence: String {
        switch self {
        case .algorithm: "Authorization header requires an algorithm."
        case .credential: "Authorization header requires 'Credential' parameter."
        case .signature: "Authorization header requires 'Signature' parameter."
        case .signedHeaders: "Authorization header requires 'SignedHeaders' parameter."
        case .date: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
        }
    }

    fileprivate var querySentence: String {
        "AWS query-string parameters must include '\(queryName.rawValue)'."
    }

    private var queryName: PresignedQuery.Name {
        switch self {
        case .algorithm: .algorithm
        case .credential: .credential
        case .signature: .signature
        case .signedHeaders: .signedHeaders
        case .date: .date
        }
    }
}

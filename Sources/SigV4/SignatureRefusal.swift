/// Why a request's signature is not accepted.
///
/// `message` is AWS's sentence, `group` the AWS exception it goes with, `explanation` what a person needs beyond that
/// to find the fault. Whatever a case repeats of the request is cut to a kilobyte.
public enum SignatureRefusal: Error, Equatable, Sendable {
    // Missing authentication

    /// No Authorization header of an AWS4 scheme, and no signature in the query.
    case missingAuthentication

    // Incomplete signature

    case partWithoutEqualsSign(String, authorization: String)
    /// `missing` names exactly what is missing.
    case incompleteHeader(missing: [SignaturePart], authorization: String)
    case incompleteQuery(missing: [SignaturePart])
    case unsupportedAlgorithm(String)
    /// Not five elements between slashes.
    case malformedCredential(String)
    case malformedDate(String)
    /// X-Amz-Expires is not a number from 1 to 604800.
    case malformedExpiry(String)

    // Invalid signature

    /// An Authorization header and a presigned query in one request.
    case signedInHeaderAndQuery
    /// Signed more than `windowSeconds` ago.
    case expired(signed: SigningTime, now: SigningTime, windowSeconds: Int)
    /// Signed more than `toleranceSeconds` ahead of the server's clock.
    case notYetCurrent(signed: SigningTime, now: SigningTime, toleranceSeconds: Int)
    /// `host`, or the header that carries the date, is not in the list of signed headers.
    case headerMustBeSigned(String)
    /// The list of signed headers is not in ascending order, or has a name twice.
    case signedHeadersOutOfOrder(String)
    /// All that is wrong with the scope.
    case wrongScope([ScopeFault])
    /// X-Amz-Content-Sha256 is not the hash of the body.
    case payloadMismatch(declared: String)
    /// `UNSIGNED-PAYLOAD` in a request that is not presigned.
    case payloadMustBeSigned
    /// The list of signed headers has a name that the request does not carry.
    case signedHeaderAbsent(String)
    /// What the verifier would have signed, to be compared with what the client did sign.
    case signatureMismatch(canonicalRequest: String, stringToSign: String)
}

extension SignatureRefusal {
    public enum Group: Sendable {
        /// MissingAuthenticationTokenException
        case missingAuthenticationToken
        /// IncompleteSignatureException
        case incompleteSignature
        /// InvalidSignatureException
        case invalidSignature
    }

    /// The AWS exception that a refusal goes with.
    public var group: Group {
        switch self {
        case .missingAuthentication:
            .missingAuthenticationToken
        case .partWithoutEqualsSign, .incompleteHeader, .incompleteQuery, .unsupportedAlgorithm, .malformedCredential,
            .malformedDate, .malformedExpiry:
            .incompleteSignature
        case .signedInHeaderAndQuery, .expired, .notYetCurrent, .headerMustBeSigned, .signedHeadersOutOfOrder,
            .wrongScope, .payloadMismatch, .payloadMustBeSigned, .signedHeaderAbsent, .signatureMismatch:
            .invalidSignature
        }
    }
}

extension SignatureRefusal {
    /// What AWS's sentence leaves unsaid, for the request log and not for the answer; nil where it says all.
    public var explanation: String? {
        switch self {
        case .signedHeadersOutOfOrder(let list):
            "SignedHeaders must list each name once, in ascending order: '\(list)'."
        case .payloadMismatch(let declared):
            "X-Amz-Content-Sha256 says '\(declared)', which is not the SHA-256 of the body."
        case .payloadMustBeSigned:
            "UNSIGNED-PAYLOAD is accepted in presigned requests only."
        case .signedHeaderAbsent(let name):
            "SignedHeaders lists '\(name)', which the request does not carry."
        case .signatureMismatch(let canonicalRequest, let stringToSign):
            "The Canonical String for this request should have been\n'\(canonicalRequest)'\n\n"
                + "The String-to-Sign should have been\n'\(stringToSign)'"
        default:
            nil
        }
    }
}

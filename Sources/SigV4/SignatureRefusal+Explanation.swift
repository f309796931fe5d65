extension SignatureRefusal {
    /// What AWS's sentence leaves unsaid, for the request log and not for the answer; nil where it says all.
    ///
    /// It holds nothing that a request is signed or spoken for with: no Authorization header, no session token.
    public var explanation: String? {
        switch self {
        case .partWithoutEqualsSign:
            "A part of the Authorization header has no equals sign."
        case .incompleteHeader(let missing, _):
            missing.map(\.headerSentence).joined(separator: " ")
        case .signedHeadersOutOfOrder(let list):
            "SignedHeaders must list each name once, in ascending order: '\(list)'."
        case .payloadMismatch(let declared):
            "X-Amz-Content-Sha256 says '\(declared)', which is not the SHA-256 of the body."
        case .payloadMustBeSigned:
            "UNSIGNED-PAYLOAD is accepted in presigned requests only."
        case .signedHeaderAbsent(let name):
            "SignedHeaders lists '\(name)', which the request does not carry."
        case .signatureMismatch(let canonicalRequest, let stringToSign):
            "The Canonical String for this request should have been\n'\(Self.withoutSecrets(canonicalRequest))'\n\n"
                + "The String-to-Sign should have been\n'\(stringToSign)'"
        default:
            nil
        }
    }

    /// Whether AWS's sentence repeats the Authorization header, which no log may keep.
    public var repeatsAuthorization: Bool {
        switch self {
        case .partWithoutEqualsSign, .incompleteHeader: true
        default: false
        }
    }

    private static let secretHeaders = ["authorization", "cookie", "proxy-authorization", "x-amz-security-token"]

    /// A canonical request, of which the third line is the query and each later one a header.
    private static func withoutSecrets(_ canonicalRequest: String) -> String {
        let lines = canonicalRequest.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            if index == 2 { return withoutToken(query: line) }
            let name = line.prefix { $0 != ":" }
            return secretHeaders.contains(String(name)) ? "\(name):***" : String(line)
        }.joined(separator: "\n")
    }

    private static func withoutToken(query: Substring) -> String {
        query.split(separator: "&", omittingEmptySubsequences: false).map { parameter in
            parameter.hasPrefix("X-Amz-Security-Token=") ? "X-Amz-Security-Token=***" : String(parameter)
        }.joined(separator: "&")
    }
}

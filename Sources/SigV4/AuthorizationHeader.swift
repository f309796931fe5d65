/// The parts of `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, as they stand.
struct AuthorizationHeader {
    let algorithm: Octets
    private(set) var credential: Octets?
    private(set) var signedHeaders: Octets?
    private(set) var signature: Octets?

    /// Commas and spaces both part the parts, for AWS takes either. Of a part given twice the last one counts; parts
    /// of other names are passed over.
    init(_ value: Octets) throws(SignatureRefusal) {
        let (scheme, parts) = value.cut(at: .space)
        // A header of another scheme, such as Bearer, is no signature at all: so AWS's front sees it too.
        guard scheme.starts(with: "AWS4-".utf8) else { throw .missingAuthentication }
        algorithm = scheme
        var rest = parts ?? []
        while let part = rest.removeFirstWord(separatedBy: { $0 == .comma || $0.isWhitespace }) {
            let (name, content) = part.cut(at: .equalsSign)
            guard let content else { throw .partWithoutEqualsSign(part.excerpt, authorization: value.excerpt) }
            assign(content, to: name)
        }
    }

    /// In the order in which AWS names them.
    var missingParts: [SignaturePart] {
        [(SignaturePart.credential, credential), (.signature, signature), (.signedHeaders, signedHeaders)]
            .filter { $0.1 == nil }
            .map(\.0)
    }

    private mutating func assign(_ value: Octets, to name: Octets) {
        guard !value.isEmpty else { return }
        if name.equals("Credential") { credential = value }
        if name.equals("SignedHeaders") { signedHeaders = value }
        if name.equals("Signature") { signature = value }
    }
}

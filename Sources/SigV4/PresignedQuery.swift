/// The parameters of a presigned request, decoded.
struct PresignedQuery {
    enum Name: String, CaseIterable {
        case algorithm = "X-Amz-Algorithm"
        case credential = "X-Amz-Credential"
        case date = "X-Amz-Date"
        case expires = "X-Amz-Expires"
        case signedHeaders = "X-Amz-SignedHeaders"
        case signature = "X-Amz-Signature"
        case securityToken = "X-Amz-Security-Token"
        case contentSHA256 = "X-Amz-Content-Sha256"
    }

    private var values: [Name: Octets] = [:]

    /// Nil where no parameter says that the query holds a signature. Of a parameter given twice the last one counts.
    init?(_ query: Octets) {
        for parameter in query.split(separator: .ampersand) {
            let (name, value) = parameter.cut(at: .equalsSign)
            guard let name = Name(rawValue: name.percentDecoded[...].text), let value, !value.isEmpty else { continue }
            values[name] = value.percentDecoded[...]
        }
        guard self[.algorithm] != nil || self[.credential] != nil || self[.signature] != nil else { return nil }
    }

    subscript(name: Name) -> Octets? { values[name] }

    /// In the order in which AWS names them.
    var missingParts: [SignaturePart] {
        let required: [(SignaturePart, Name)] = [
            (.algorithm, .algorithm), (.credential, .credential), (.signature, .signature),
            (.signedHeaders, .signedHeaders), (.date, .date),
        ]
        return required.filter { self[$0.1] == nil }.map(\.0)
    }
}

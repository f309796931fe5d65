extension CanonicalRequest {
    /// Appends the query's parameters, encoded and sorted by name and then by value.
    ///
    /// They are sorted as encoded, name apart from value: `a-b=1` comes after `a=2` although `-` precedes `=`.
    static func appendQuery(_ query: Octets, to output: inout [UInt8]) {
        let start = output.count
        for parameter in parameters(of: query).sorted() {
            if output.count > start { output.append(.ampersand) }
            output.append(contentsOf: parameter.name)
            output.append(.equalsSign)
            output.append(contentsOf: parameter.value)
        }
    }

    /// Without the signature: it cannot sign itself.
    private static func parameters(of query: Octets) -> [EncodedParameter] {
        query.split(separator: .ampersand).compactMap { parameter in
            let (name, value) = parameter.cut(at: .equalsSign)
            guard !name.equals(PresignedQuery.Name.signature.rawValue) else { return nil }
            return EncodedParameter(name: encodedAgain(name), value: encodedAgain(value ?? []))
        }
    }

    /// Clients differ in what they escape and in the case of the digits, so each value is decoded and encoded anew.
    private static func encodedAgain(_ octets: Octets) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(octets.count)
        encoded.appendPercentEncoded(octets.percentDecoded)
        return encoded
    }
}

private struct EncodedParameter: Comparable {
    let name: [UInt8]
    let value: [UInt8]

    static func < (left: EncodedParameter, right: EncodedParameter) -> Bool {
        guard left.name == right.name else { return left.name.lexicographicallyPrecedes(right.name) }
        return left.value.lexicographicallyPrecedes(right.value)
    }
}

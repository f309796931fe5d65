extension CanonicalRequest {
    /// Appends one line per signed header: the name, a colon, and the values of all headers of that name in the order
    /// in which they were sent, between commas.
    ///
    /// The request's headers and the list are walked together, both in order of name, so that the time taken grows
    /// with their sum and not with their product.
    ///
    /// - Returns: The first listed name that the request does not carry.
    static func appendHeaders(
        of request: SignableRequest,
        signing signedHeaders: SignedHeaders,
        to output: inout [UInt8]
    ) -> Octets? {
        var headers = request.headersByName()[...]
        var absent: Octets?
        for name in signedHeaders.names {
            headers = headers.drop { request.name(of: $0).lexicographicallyPrecedes(name) }
            let values = headers.prefix { request.name(of: $0) == name }
            headers = headers[values.endIndex...]
            if values.isEmpty, absent == nil { absent = name }
            output.append(contentsOf: name)
            output.append(.colon)
            for index in values.indices {
                if index > values.startIndex { output.append(.comma) }
                appendValue(request.value(of: values[index]), to: &output)
            }
            output.append(.newline)
        }
        return absent
    }

    /// Appends the words of the value with one space between them, be they in quotation marks or not.
    static func appendValue(_ value: Octets, to output: inout [UInt8]) {
        var rest = value
        let start = output.count
        while let word = rest.removeFirstWord(separatedBy: \.isWhitespace) {
            if output.count > start { output.append(.space) }
            output.append(contentsOf: word)
        }
    }
}

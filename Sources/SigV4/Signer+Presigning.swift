extension Signer {
    /// The target to send the request to, with the signature in its query.
    ///
    /// All headers of the request that a signer signs must then be sent with it, so a link to be opened by others
    /// carries `host` alone. Where the request's payload is `PayloadHash.unsigned`, the query says so.
    ///
    /// - Parameters:
    ///   - time: The sender's clock.
    ///   - expiresAfterSeconds: 1 to 604800; verifiers refuse all else.
    public func target(
        presigning request: SignableRequest,
        at time: SigningTime,
        expiresAfterSeconds: Int
    ) -> String {
        let signedHeaders = signedHeaders(of: request)
        var parameters: [(PresignedQuery.Name, String)] = [
            (.algorithm, StringToSign.algorithm),
            (.credential, credential(at: time).description),
            (.date, time.description),
            (.expires, String(expiresAfterSeconds)),
            (.signedHeaders, signedHeaders.description),
        ]
        if let token = accessKey.sessionToken { parameters.append((.securityToken, token)) }
        if request.payload == .unsigned { parameters.append((.contentSHA256, request.payload.description)) }

        var request = request
        request.replaceTarget(Self.target(request.target.text, adding: parameters))
        let signature = signature(of: request, signedHeaders, at: time)
        return Self.target(request.target.text, adding: [(.signature, signature.description)])
    }

    private static func target(_ target: String, adding parameters: [(PresignedQuery.Name, String)]) -> String {
        var output = Array(target.utf8)
        var separator: UInt8 = output.contains(.questionMark) ? .ampersand : .questionMark
        for (name, value) in parameters {
            output.append(separator)
            output.append(contentsOf: name.rawValue.utf8)
            output.append(.equalsSign)
            output.appendPercentEncoded(value.utf8)
            separator = .ampersand
        }
        return output[...].text
    }
}

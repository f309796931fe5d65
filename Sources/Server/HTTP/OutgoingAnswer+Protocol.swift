import AWSJSON

extension OutgoingAnswer {
    /// A success. An operation without output has an empty body and still its content type (captured).
    init(_ body: [UInt8], _ binding: Binding, _ requestIdentifier: String) {
        self.init(
            status: 200,
            headers: [("content-type", binding.contentType), ("x-amzn-RequestId", requestIdentifier)],
            body: body
        )
    }

    /// A refusal.
    init(_ refusal: WireError, _ binding: Binding, _ requestIdentifier: String) {
        var headers = [
            (name: "content-type", value: binding.contentType),
            // The real header adds ':' and an internal address after the name; parsers cut it off, so it is left out.
            (name: "x-amzn-ErrorType", value: refusal.code),
            (name: "x-amzn-RequestId", value: requestIdentifier),
        ]
        if let seconds = refusal.retryAfterSeconds { headers.append(("retry-after", String(seconds))) }
        self.init(status: refusal.statusCode(binding), headers: headers, body: refusal.body(binding))
    }

    /// One sentence for a person.
    init(status: Int, sentence: String) {
        self.init(
            status: status,
            headers: [("content-type", "text/plain; charset=utf-8")],
            body: Array((sentence + "\n").utf8)
        )
    }
}

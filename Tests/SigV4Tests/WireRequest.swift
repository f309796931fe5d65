import SigV4

/// A request that tests can change piece by piece.
struct WireRequest: Sendable, CustomStringConvertible {
    var method = "POST"
    var target = "/"
    var headers: [(name: String, value: String)] = [("Host", "partnercentral-selling.us-east-1.api.aws")]
    var body: [UInt8] = []

    var signable: SignableRequest {
        SignableRequest(method: method, target: target, headers: headers, body: body)
    }

    var description: String { "\(method) \(target) \(headers) \(body.count) bytes" }

    /// Sets a header, in place of any of that name.
    mutating func set(_ name: String, _ value: String) {
        remove(name)
        headers.append((name, value))
    }

    mutating func remove(_ name: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
    }

    subscript(name: String) -> String {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value ?? ""
    }

    func with(_ change: (inout WireRequest) -> Void) -> WireRequest {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A request as it came, whatever transport brought it: the pipeline knows no HTTP library.
public struct IncomingRequest: Sendable {
    /// `POST`
    public let method: String
    /// Path and query, as sent.
    public let target: String
    /// In the order in which they came, `host` among them; names in lower case.
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    public init(method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.method = method
        self.target = target
        self.headers =
            headers.contains { Self.hasCapitals($0.name) } ? headers.map { ($0.name.lowercased(), $0.value) } : headers
        self.body = body
    }

    private static func hasCapitals(_ name: String) -> Bool {
        name.utf8.contains { (0x41...0x5A).contains($0) }
    }

    /// The target up to its query.
    public var path: Substring {
        target.prefix { $0 != "?" }
    }

    /// The first header of a name, which is given in lower case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// An answer for a transport to send.
public struct OutgoingAnswer: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// The connection is closed and nothing is sent: a response that was lost on purpose.
    public var isLost = false

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

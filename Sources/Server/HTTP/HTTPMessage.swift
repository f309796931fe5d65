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

    /// The values of the query by their names, percent-decoded; of a name that comes twice, the last.
    var query: [String: String] {
        var values: [String: String] = [:]
        for pair in target.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[Self.decoded(parts[0])] = parts.count == 2 ? Self.decoded(parts[1]) : ""
        }
        return values
    }

    /// A plus sign is a space, as forms and browsers write one; what is no escape stays as it is.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).map { Character(UnicodeScalar($0)) }
            if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let escaped = UInt8(String(digits), radix: 16)
            {
                bytes.append(escaped)
                rest.removeFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
    /// Sends what comes after `body`, for as long as it runs; nil where the body is the whole answer.
    var stream: AnswerStream?

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Writes the body of an answer piece by piece, and returns at its end.
///
/// - Parameter write: sends a piece and returns once the client can take more; throws where it is gone.
typealias AnswerStream = @Sendable (_ write: ([UInt8]) async throws -> Void) async throws -> Void

import Crypto

/// POSTs each envelope, bare, to a URL. Any 2xx accepts it.
struct WebhookSender: EventSender {
    let mostAtOnce = 1
    private let endpoint: String
    private let secret: String?
    private let http: OutgoingHTTP

    init(_ target: EventTarget, _ http: OutgoingHTTP) {
        endpoint = target.endpoint ?? ""
        secret = target.secret
        self.http = http
    }

    func send(_ events: [LoggedEvent]) async throws {
        for event in events {
            let answer = try await http.post(endpoint, headers(of: event), event.envelope)
            guard answer.isSuccess else { throw DeliveryFailure("The endpoint answered \(answer.status).") }
        }
    }

    private func headers(of event: LoggedEvent) -> [(name: String, value: String)] {
        var headers = [
            (name: "Content-Type", value: "application/json"),
            (name: "User-Agent", value: "Cosell"),
            (name: "X-Cosell-Sequence", value: String(event.sequence)),
        ]
        if let secret { headers.append(("X-Cosell-Signature", "sha256=" + Self.signature(event.envelope, secret))) }
        return headers
    }

    /// The HMAC-SHA256 of a body, in small hexadecimal digits.
    static func signature(_ body: [UInt8], _ secret: String) -> String {
        HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Who may use the house's own routes: this machine's programs, and whoever has the admin token.
///
/// A browser runs pages of strangers, and any of them can send a request to a loopback port. So a request that says
/// it comes from a page must come from our own address, and on a loopback bind it must have asked for a loopback name:
/// a name that a stranger's resolver points at this machine does not do.
public struct AdminGuard: Sendable {
    /// Required as `Authorization: Bearer` where it is set.
    private let token: String?
    private let isLoopbackBind: Bool

    public init(token: String?, isLoopbackBind: Bool) {
        self.token = token
        self.isLoopbackBind = isLoopbackBind
    }

    /// What is wrong with a request, as a status and a sentence; nil where it may pass.
    func refusal(of request: IncomingRequest) -> (status: Int, sentence: String)? {
        let host = request.header("host") ?? ""
        if isLoopbackBind, !Self.isLoopback(host) {
            return (403, "Host '\(host.prefix(100))' is not an address of this machine.")
        }
        if let origin = request.header("origin"), !Self.isSame(origin, host) {
            return (403, "A page of '\(origin.prefix(100))' may not use this server.")
        }
        if let token, !Self.isBearer(request.header("authorization"), token) {
            return (401, "The admin token is required: Authorization: Bearer <token>.")
        }
        return nil
    }

    /// POST needs JSON by name: a page's plain form cannot send that without asking first.
    func contentRefusal(of request: IncomingRequest) -> (status: Int, sentence: String)? {
        let type = request.header("content-type")?.lowercased().prefix { $0 != ";" && $0 != " " } ?? ""
        return type == "application/json" ? nil : (415, "Content-Type must be application/json.")
    }

    private static func isLoopback(_ host: String) -> Bool {
        let name = withoutPort(host)
        return name == "localhost" || name == "[::1]"
            || name.hasPrefix("127.") && name.allSatisfy { $0.isNumber || $0 == "." }
    }

    private static func isSame(_ origin: String, _ host: String) -> Bool {
        origin.lowercased() == "http://\(host.lowercased())" || origin.lowercased() == "https://\(host.lowercased())"
    }

    private static func withoutPort(_ host: String) -> String {
        let lowered = host.lowercased()
        if lowered.hasPrefix("["), let end = lowered.firstIndex(of: "]") { return String(lowered[...end]) }
        return String(lowered.prefix { $0 != ":" })
    }

    /// Compared in constant time: how much of a guess is right must not show.
    private static func isBearer(_ header: String?, _ token: String) -> Bool {
        let expected = Array("Bearer \(token)".utf8)
        let given = Array((header ?? "").utf8)
        guard given.count == expected.count else { return false }
        return zip(given, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

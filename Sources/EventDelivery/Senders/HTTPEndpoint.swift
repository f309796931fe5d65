/// The URL of an HTTP target, in the parts that a signature needs.
public struct HTTPEndpoint: Sendable, Hashable {
    /// Host and port, as the `Host` header has them.
    public let authority: String
    /// Path and query, at least `/`.
    public let target: String
    /// The whole, `/` included.
    public let url: String

    /// Nil unless `text` is an http or https URL with a host, no user in it and no fragment.
    public init?(_ text: String) {
        let lowered = text.prefix(8).lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else { return nil }
        let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
        guard rest.allSatisfy({ $0 > " " && $0 < "\u{7F}" && $0 != "#" && $0 != "\\" && $0 != "\"" }) else {
            return nil
        }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        authority = String(rest[..<end])
        guard !authority.isEmpty, !authority.hasPrefix(":"), !authority.contains("@") else { return nil }
        let path = String(rest[end...])
        target = path.hasPrefix("/") ? path : "/" + path
        url = scheme + authority + target
    }

    private init(host: String) {
        authority = host
        target = "/"
        url = "https://\(host)/"
    }

    /// AWS's own.
    static func awsEventBridge(region: String) -> HTTPEndpoint {
        HTTPEndpoint(host: "events.\(region).amazonaws.com")
    }
}

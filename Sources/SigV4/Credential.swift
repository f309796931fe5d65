/// Who signed, and for what: an access key's identifier and the scope of the signature.
public struct Credential: Equatable, Sendable, CustomStringConvertible {
    public let accessKeyID: String
    public let scope: CredentialScope

    public init(accessKeyID: String, scope: CredentialScope) {
        self.accessKeyID = accessKeyID
        self.scope = scope
    }

    /// Nil unless it has exactly five elements between slashes. What they say is not looked at here.
    init?(_ octets: Octets) {
        let elements = octets.split(separator: .slash, maxSplits: 5, omittingEmptySubsequences: false)
        guard elements.count == 5 else { return nil }
        accessKeyID = elements[0].text
        scope = CredentialScope(
            date: elements[1].text,
            region: elements[2].text,
            service: elements[3].text,
            terminator: elements[4].text
        )
    }

    /// `AKIDEXAMPLE/20150830/us-east-1/partnercentral-selling/aws4_request`
    public var description: String { "\(accessKeyID)/\(scope)" }
}

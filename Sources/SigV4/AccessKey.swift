/// What a signer signs with. Its description names the identifier only: the rest is secret.
public struct AccessKey: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: String
    public let secretAccessKey: String
    /// Goes with temporary credentials only.
    public let sessionToken: String?

    public init(id: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.id = id
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }

    public var description: String { "AccessKey(\(id))" }

    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

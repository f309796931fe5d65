/// An access key that Cosell knows, so that its signatures are verified.
public struct RegisteredKey: Sendable, Hashable {
    public let accessKeyIdentifier: String
    public let accountIdentifier: String
    /// Nil for the account's root, which is allowed everything.
    public let userName: String?
    public let secretAccessKey: String
    /// Goes with temporary credentials; nil for a long-lived key.
    public let sessionToken: String?
    /// Real time, milliseconds since 1970; nil for a key that does not expire.
    public let expiresAtMilliseconds: Int64?

    public init(
        accessKeyIdentifier: String,
        accountIdentifier: String,
        userName: String? = nil,
        secretAccessKey: String,
        sessionToken: String? = nil,
        expiresAtMilliseconds: Int64? = nil
    ) {
        self.accessKeyIdentifier = accessKeyIdentifier
        self.accountIdentifier = accountIdentifier
        self.userName = userName
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiresAtMilliseconds = expiresAtMilliseconds
    }
}

/// A registered key as a list shows it: without its secrets.
public struct ListedKey: Sendable, Hashable {
    public let accessKeyIdentifier: String
    public let accountIdentifier: String
    /// Nil for the account's root.
    public let userName: String?
    /// Real time, milliseconds since 1970; nil for a key that does not expire.
    public let expiresAtMilliseconds: Int64?
}

/// Who a request comes from, once its signature is believed.
public struct Principal: Sendable, Hashable {
    public let accountIdentifier: String
    /// Nil for the account's root.
    public let userName: String?

    public init(accountIdentifier: String, userName: String? = nil) {
        self.accountIdentifier = accountIdentifier
        self.userName = userName
    }

    /// As AWS's access-denied sentence names it.
    public var arn: String {
        "arn:aws:iam::\(accountIdentifier):" + (userName.map { "user/\($0)" } ?? "root")
    }
}

import Crypto

/// The key that signs every request of one secret in one scope, that is, for a day.
public struct SigningKey: Sendable {
    /// Keyed already: a copy of it signs without hashing the key once more.
    private let authenticator: HMAC<SHA256>

    /// Derives the key: date, region, service and terminator, each keyed by the one before.
    public init(secretAccessKey: String, scope: CredentialScope) {
        var key = SymmetricKey(data: Array("AWS4\(secretAccessKey)".utf8))
        for element in [scope.date, scope.region, scope.service, scope.terminator] {
            let code = HMAC<SHA256>.authenticationCode(for: Array(element.utf8), using: key)
            key = SymmetricKey(data: code)
        }
        authenticator = HMAC(key: key)
    }

    public func signature(of string: StringToSign) -> Signature {
        var authenticator = authenticator
        authenticator.update(data: string.bytes)
        return Signature(authenticator.finalize().withUnsafeBytes(Hexadecimal.text(of:)))
    }
}

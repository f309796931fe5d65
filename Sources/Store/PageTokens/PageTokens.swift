import Crypto

/// Seals the place where a list stopped into an opaque token, and opens it again.
///
/// A token is the cursor, encrypted and authenticated (AES-GCM), in URL-safe base64. It shows nothing of the rows that it
/// stands between, cannot be altered, and cannot be used elsewhere than where it was given out, because the seal also
/// covers a binding that is not in the token (who asks, of which catalog, with which query). Nothing is stored and
/// nothing expires.
public struct PageTokens: Sendable {
    /// Every token begins so, which tells it from other opaque strings in a log.
    public static let prefix = "AAMA-E"

    private static let nonceLength = 12
    private let encryptionKey: SymmetricKey
    private let nonceKey: SymmetricKey

    /// - Parameter key: secret bytes, 32 or more, the same on every node of one store.
    public init(key: [UInt8]) {
        let secret = SymmetricKey(data: key)
        encryptionKey = Self.derived(from: secret, for: "page token 2, encryption")
        nonceKey = Self.derived(from: secret, for: "page token 2, nonce")
    }

    /// The token of a place. The same place of the same question has the same token.
    public func seal(_ cursor: [UInt8], binding: [UInt8]) -> String {
        // Derived from all that is sealed, a nonce never serves two different contents under one key.
        let nonce = mac(of: cursor, binding).prefix(Self.nonceLength)
        guard
            let box = try? AES.GCM.seal(
                cursor,
                using: encryptionKey,
                nonce: AES.GCM.Nonce(data: nonce),
                authenticating: binding
            ), let sealed = box.combined
        else { preconditionFailure("a nonce of \(Self.nonceLength) bytes is one of AES-GCM's") }
        return Self.prefix + Base64URL.encode(Array(sealed))
    }

    /// The cursor of a token that was sealed with this key and binding.
    ///
    /// - Throws: `PageTokenError`, for whatever is wrong: a refusal that said more would help in forging.
    public func open(_ token: String, binding: [UInt8]) throws(PageTokenError) -> [UInt8] {
        guard
            token.hasPrefix(Self.prefix),
            let sealed = Base64URL.decode(token.utf8.dropFirst(Self.prefix.utf8.count)),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let cursor = try? AES.GCM.open(box, using: encryptionKey, authenticating: binding)
        else { throw PageTokenError() }
        return Array(cursor)
    }

    /// The binding's length goes first, so that no byte can move between binding and cursor.
    private func mac(of cursor: [UInt8], _ binding: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt64(binding.count).bigEndian) { Array($0) }
        return Array(HMAC<SHA256>.authenticationCode(for: length + binding + cursor, using: nonceKey))
    }

    private static func derived(from key: SymmetricKey, for purpose: String) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key))
    }
}

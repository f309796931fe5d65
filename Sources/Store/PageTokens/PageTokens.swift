import Crypto

/// Seals the place where a list stopped into an opaque token, and opens it again.
///
/// A token is the cursor's bytes and a seal over them, in URL-safe base64: it cannot be altered, nor used elsewhere
/// than where it was given out, because the seal also covers a binding that is not in the token (who asks, of which
/// catalog, with which query). The cursor is not secret, only sealed. Nothing is stored and nothing expires.
public struct PageTokens: Sendable {
    /// Every token begins so, which tells it from other opaque strings in a log.
    public static let prefix = "AAMA-E"

    private static let sealLength = 16
    /// Says what is sealed, so that a seal made for something else under the same key opens nothing here.
    private static let purpose = Array("page token 1\n".utf8)

    private let key: SymmetricKey

    /// - Parameter key: secret bytes, 32 or more, the same on every node of one store.
    public init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    public func seal(_ cursor: [UInt8], binding: [UInt8]) -> String {
        Self.prefix + Base64URL.encode(Array(mac(of: cursor, binding).prefix(Self.sealLength)) + cursor)
    }

    /// The cursor of a token that was sealed with this key and binding.
    ///
    /// - Throws: `PageTokenError`, for whatever is wrong: a refusal that said more would help in forging.
    public func open(_ token: String, binding: [UInt8]) throws(PageTokenError) -> [UInt8] {
        guard
            token.hasPrefix(Self.prefix),
            let sealed = Base64URL.decode(token.utf8.dropFirst(Self.prefix.utf8.count)),
            sealed.count >= Self.sealLength
        else { throw PageTokenError() }
        let cursor = Array(sealed.dropFirst(Self.sealLength))
        let expected = mac(of: cursor, binding).prefix(Self.sealLength)
        guard Self.areEqual(sealed.prefix(Self.sealLength), expected) else { throw PageTokenError() }
        return cursor
    }

    /// The binding's length goes first, so that no byte can move between binding and cursor.
    private func mac(of cursor: [UInt8], _ binding: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt64(binding.count).bigEndian) { Array($0) }
        return Array(HMAC<SHA256>.authenticationCode(for: Self.purpose + length + binding + cursor, using: key))
    }

    /// Looks at every byte, so that the time taken does not tell how many are right.
    private static func areEqual(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

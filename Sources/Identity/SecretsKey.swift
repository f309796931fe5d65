import Crypto

/// The key under which secrets are stored, and from which other keys are derived. It is never in the database.
public struct SecretsKey: Sendable {
    private let key: SymmetricKey

    /// Raw keys have this many bytes.
    public static let length = 32

    /// Nil unless `bytes` are as long as a key is.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        key = SymmetricKey(data: bytes)
    }

    private init(_ key: SymmetricKey) {
        self.key = key
    }

    /// A key that no other has.
    public static func random() -> SecretsKey {
        SecretsKey(SymmetricKey(size: .bits256))
    }

    /// The raw key, to be kept where nobody else reads it.
    public var bytes: [UInt8] {
        key.withUnsafeBytes { Array($0) }
    }

    /// A key for one other purpose, from which this one cannot be told.
    public func derived(for purpose: String) -> [UInt8] {
        let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32)
        return derived.withUnsafeBytes { Array($0) }
    }

    /// Encrypts a secret (AES-GCM), bound to what it belongs to: moved to another row it does not open.
    public func seal(_ secret: String, belongingTo owner: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(Array(secret.utf8), using: key, authenticating: Array(owner.utf8))
        guard let combined = box.combined else { throw SecretsError.notSealed }
        return Array(combined)
    }

    /// The secret that was sealed for this owner.
    ///
    /// - Throws: `SecretsError.wrongKey`, for a sealed secret of another key or owner as well.
    public func open(_ sealed: [UInt8], belongingTo owner: String) throws -> String {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let secret = try? AES.GCM.open(box, using: key, authenticating: Array(owner.utf8))
        else { throw SecretsError.wrongKey }
        return String(decoding: secret, as: UTF8.self)
    }
}

/// Why a stored secret cannot be had.
public enum SecretsError: Error, Sendable, CustomStringConvertible {
    case notSealed
    /// The stored secrets were sealed with another key.
    case wrongKey

    public var description: String {
        switch self {
        case .notSealed: "a secret could not be encrypted"
        case .wrongKey: "the stored secrets do not open with this secrets key"
        }
    }
}

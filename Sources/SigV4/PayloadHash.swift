import Crypto

/// The last line of a canonical request: the SHA-256 of the body in 64 small hexadecimal digits, or the word that says
/// the body is not signed.
public struct PayloadHash: Equatable, Sendable, CustomStringConvertible {
    /// ASCII.
    let octets: [UInt8]

    /// The hash of a body, which is empty where a request has none.
    public init(hashing body: some Sequence<UInt8>) {
        let hashed = body.withContiguousStorageIfAvailable { PayloadHash(hashing: UnsafeRawBufferPointer($0)) }
        self = hashed ?? Array(body).withUnsafeBytes { PayloadHash(hashing: $0) }
    }

    /// The hash of a body that lies in one piece of memory, without copying it.
    public init(hashing body: UnsafeRawBufferPointer) {
        var hasher = SHA256()
        hasher.update(bufferPointer: body)
        octets = hasher.finalize().withUnsafeBytes(Hexadecimal.text(of:))
    }

    private init(word: String) {
        octets = Array(word.utf8)
    }

    /// The hash of no bytes at all.
    public static let empty = PayloadHash(hashing: [])

    /// `UNSIGNED-PAYLOAD`: the signature holds for any body. Verifiers take it in presigned requests only.
    public static let unsigned = PayloadHash(word: "UNSIGNED-PAYLOAD")

    public var description: String { octets[...].text }
}

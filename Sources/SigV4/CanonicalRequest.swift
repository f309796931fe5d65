import Crypto

/// A request rewritten so that both ends get the same bytes of it whatever a proxy did to its spacing and order.
///
/// The rules are those of all services but S3, which encodes the path once and does not normalise it.
public struct CanonicalRequest: Sendable {
    public let bytes: [UInt8]

    /// The first name in the list of signed headers that the request does not carry. Its line is there, empty.
    public let absentHeader: String?

    /// - Parameters:
    ///   - signedHeaders: Which headers take part; in ascending order, each once.
    ///   - payload: The last line.
    public init(of request: SignableRequest, signing signedHeaders: SignedHeaders, payload: PayloadHash) {
        var output: [UInt8] = []
        output.reserveCapacity(1024)
        output.append(contentsOf: request.method)
        output.append(.newline)
        Self.appendPath(request.path, to: &output)
        output.append(.newline)
        if let query = request.query { Self.appendQuery(query, to: &output) }
        output.append(.newline)
        let absent = Self.appendHeaders(of: request, signing: signedHeaders, to: &output)
        output.append(.newline)
        output.append(contentsOf: signedHeaders.octets)
        output.append(.newline)
        output.append(contentsOf: payload.octets)
        bytes = output
        absentHeader = absent?.excerpt
    }

    public var text: String { bytes[...].text }

    /// SHA-256 in small hexadecimal digits.
    var hash: [UInt8] {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes(Hexadecimal.text(of:))
    }
}

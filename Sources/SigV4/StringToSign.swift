/// What the signing key signs: algorithm, time, scope, and the hash of the canonical request, a line each.
public struct StringToSign: Sendable {
    public let bytes: [UInt8]

    public static let algorithm = "AWS4-HMAC-SHA256"

    public init(time: SigningTime, scope: CredentialScope, canonicalRequest: CanonicalRequest) {
        var output: [UInt8] = []
        output.reserveCapacity(192)
        output.append(contentsOf: Self.algorithm.utf8)
        output.append(.newline)
        output.append(contentsOf: time.basicFormat)
        output.append(.newline)
        scope.append(to: &output)
        output.append(.newline)
        output.append(contentsOf: canonicalRequest.hash)
        bytes = output
    }

    public var text: String { bytes[...].text }
}

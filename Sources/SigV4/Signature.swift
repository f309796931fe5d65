/// A signature as it is sent: 64 small hexadecimal digits where a signer made it, any bytes where a client sent it.
public struct Signature: Equatable, Sendable, CustomStringConvertible {
    let octets: [UInt8]

    init(_ octets: some Sequence<UInt8>) {
        self.octets = Array(octets)
    }

    public var description: String { octets[...].text }

    /// Takes the same time wherever two signatures of one length differ, so that the time of a refusal tells nothing
    /// about the right signature.
    public static func == (left: Signature, right: Signature) -> Bool {
        guard left.octets.count == right.octets.count else { return false }
        var difference: UInt8 = 0
        for index in left.octets.indices { difference |= left.octets[index] ^ right.octets[index] }
        return difference == 0
    }
}

import AWSJSON
import SmithyTypes
import Synchronization

/// What is known of a request once it is answered.
public struct RequestRecord: Sendable {
    public let identifier: String
    public var operation: String?
    public var accountIdentifier: String?
    /// Nil for the account's root.
    var userName: String?
    var catalog: String?
    /// `OK`, or the error's code.
    public private(set) var outcome = "OK"
    /// The structure of the refusal's document; nil for a success.
    private(set) var refusalType: (any JSONStructure.Type)?
    private(set) var explanations: [Explanation] = []
    private(set) var repeatsSignature = false
    /// What a person should know of it although it was not refused for that.
    var remarks: [Explanation] = []
    let arrivedMilliseconds: Int64
    let startedNanoseconds: Int64

    init() {
        identifier = Self.newIdentifier()
        arrivedMilliseconds = realMilliseconds()
        startedNanoseconds = monotonicNanoseconds()
    }

    /// The request was not served, for this reason.
    mutating func refuse(_ refusal: WireError) {
        outcome = refusal.code
        refusalType = type(of: refusal.document)
        explanations = refusal.explanations
        repeatsSignature = refusal.repeatsSignature
    }

    /// Seeded by the system once: identifiers must differ, not be secret, and the system's own numbers cost a call each.
    private static let random = Mutex(SplitMix64(.random(in: .min ... .max)))

    /// A random UUID (RFC 9562, version 4) in its usual spelling.
    static func newIdentifier() -> String {
        let (first, second) = random.withLock { ($0.next(), $0.next()) }
        let high = first & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = second & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, word) in [high, low].enumerated() {
            for nibble in 0..<16 {
                if index * 16 + nibble == 8 || index * 16 + nibble == 12 || index * 16 + nibble == 16
                    || index * 16 + nibble == 20
                {
                    text.append(UInt8(ascii: "-"))
                }
                let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * nibble) & 0x0F)
                text.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

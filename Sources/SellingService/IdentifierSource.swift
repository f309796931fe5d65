import Synchronization

/// Where the random identifiers of resources come from: letters and digits, as every captured one has.
///
/// They are drawn outside transaction bodies, which may run again. 36 to the power of 13 are so many that two equal
/// ones are not expected in the life of a store; the tables' keys would refuse the second.
public struct IdentifierSource: Sendable {
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")

    /// A number below the bound.
    private let draw: @Sendable (Int) -> Int

    /// Of the system's own randomness.
    public static let random = IdentifierSource { Int.random(in: 0..<$0) }

    /// The same identifiers in the same order for the same seed, for tests.
    public static func seeded(_ seed: UInt64) -> IdentifierSource {
        let generator = SeededGenerator(seed)
        return IdentifierSource { bound in Int(generator.next() % UInt64(bound)) }
    }

    private init(draw: @escaping @Sendable (Int) -> Int) {
        self.draw = draw
    }

    /// A new identifier: the prefix and so many letters and digits.
    func next(_ prefix: String, length: Int) -> String {
        prefix + String((0..<length).map { _ in Self.digits[draw(Self.digits.count)] })
    }
}

/// SplitMix64 under a lock.
private final class SeededGenerator: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) {
        state = Mutex(seed)
    }

    func next() -> UInt64 {
        var value = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

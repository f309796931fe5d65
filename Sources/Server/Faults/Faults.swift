import Synchronization

/// The faults that are set, with how often each was met.
///
/// Kept in memory: a fault is for a test at hand, and a restart lifts it.
public final class Faults: Sendable {
    private struct Armed {
        let fault: Fault
        var matches = 0
        var hits = 0
        var random: SplitMix64
    }

    private let armed = Mutex<[Armed]>([])

    public init() {}

    /// Sets a fault, in place of one of the same name.
    public func put(_ fault: Fault) {
        armed.withLock { armed in
            armed.removeAll { $0.fault.name == fault.name }
            armed.append(Armed(fault: fault, random: SplitMix64(fault.seed ?? .random(in: .min ... .max))))
        }
    }

    /// Lifts a fault; one that is not there is lifted already.
    public func delete(_ name: String) {
        armed.withLock { $0.removeAll { $0.fault.name == name } }
    }

    /// The faults that are set, in the order in which they were.
    public var faults: [Fault] {
        armed.withLock { $0.map(\.fault) }
    }

    /// The faults that this request meets, each counted as a hit.
    func met(by subject: FaultSubject) -> [Fault] {
        armed.withLock { armed in
            guard !armed.isEmpty else { return [] }
            let met = armed.indices.filter { Self.meets(&armed[$0], subject) }.map { armed[$0].fault }
            armed.removeAll { entry in entry.fault.times.map { entry.hits >= $0 } ?? false }
            return met
        }
    }

    private static func meets(_ armed: inout Armed, _ subject: FaultSubject) -> Bool {
        guard armed.fault.concerns(subject) else { return false }
        armed.matches += 1
        if let nth = armed.fault.nth, nth > 0, !armed.matches.isMultiple(of: nth) { return false }
        if let probability = armed.fault.probability, Double.random(in: 0..<1, using: &armed.random) >= probability {
            return false
        }
        armed.hits += 1
        return true
    }
}

/// A small seeded generator (Steele, Lea and Flood 2014): the same seed gives the same faults.
struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A 64-bit linear congruential generator with Knuth's MMIX constants: a seed that failed fails again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 2_654_435_769 &+ 1
    }

    /// Its low bits have short periods, so that every number is made of the high halves of two steps.
    mutating func next() -> UInt64 {
        step() << 32 | step()
    }

    private mutating func step() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 32
    }
}

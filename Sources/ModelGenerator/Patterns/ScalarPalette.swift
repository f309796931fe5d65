/// Scalars to draw from a set.
struct ScalarPalette: Sendable {
    private let ranges: [ClosedRange<UInt32>]
    private let assigned: [Unicode.Scalar]

    /// Long assigned scalars of the general categories: a set that asks for a category is drawn from these, so that
    /// the draw does not depend on the version of Unicode.
    private static let classics = ScalarSet(
        """
        ÀÉΩЖéßωжǅǲˈʰªאあ漢\u{301}\u{327}\u{903}\u{93E}\u{488}\u{489}٣९Ⅷⅳ²½‿⁀–—「„」”«»¡§\
        ±∑€£¨˜©\u{B0}☃😀\u{A0}\u{3000}\u{2028}\u{2029}\u{85}\u{9F}\u{AD}\u{200D}\u{E000}\u{F8FF}\u{378}\u{FFFF}
        """
        .unicodeScalars
    )

    init(_ set: ScalarSet) {
        let whole = set.segments.filter { $0.categories == .every }
        ranges = whole.map { $0.lower...$0.upper }
        let narrowed = set.segments.filter { $0.categories != .every }
        assigned = Self.classics.segments
            .flatMap { $0.lower...$0.upper }
            .compactMap { Unicode.Scalar($0) }
            .filter { scalar in
                narrowed.contains { ($0.lower...$0.upper).contains(scalar.value) } && set.contains(scalar)
            }
    }

    /// Any of the ranges as likely as the next, however long; nil when nothing is known to be in the set.
    func draw(using generator: inout some RandomNumberGenerator) -> Unicode.Scalar? {
        let choice = Int.random(in: 0..<max(1, ranges.count + assigned.count), using: &generator)
        guard choice < ranges.count else {
            return choice - ranges.count < assigned.count ? assigned[choice - ranges.count] : nil
        }
        // A number within the surrogates, which are no scalars, falls back to the beginning of its range.
        return Unicode.Scalar(UInt32.random(in: ranges[choice], using: &generator))
            ?? Unicode.Scalar(ranges[choice].lowerBound)
    }
}

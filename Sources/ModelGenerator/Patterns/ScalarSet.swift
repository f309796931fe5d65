/// A set of Unicode scalars, held as ranges. Beyond ASCII a range may be narrowed to some general categories, whose
/// members are looked up when a text is scanned; within ASCII the members are always spelled out.
struct ScalarSet: Hashable, Sendable {
    struct Segment: Hashable, Sendable {
        let lower: UInt32
        let upper: UInt32
        let categories: GeneralCategorySet
    }

    static let last: UInt32 = 0x10FFFF
    /// No scalars: UTF-16 uses these code points in pairs, and a text never contains them.
    static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

    static let empty = ScalarSet([])
    static let every = ScalarSet(0...last)

    /// Ascending, disjoint, and merged where they touch and agree.
    let segments: [Segment]

    var isEmpty: Bool { segments.isEmpty }

    /// - Parameter segments: Ascending and disjoint.
    init(_ segments: [Segment]) {
        var merged: [Segment] = []
        for segment in segments.compactMap(Self.withoutSurrogateEnds) where !segment.categories.isEmpty {
            if let previous = merged.last, previous.categories == segment.categories,
                segment.lower == Self.successor(of: previous.upper)
            {
                merged.removeLast()
                merged.append(Segment(lower: previous.lower, upper: segment.upper, categories: segment.categories))
            } else {
                merged.append(segment)
            }
        }
        self.segments = merged
    }

    init(_ range: ClosedRange<UInt32>) {
        self.init([Segment(lower: range.lowerBound, upper: range.upperBound, categories: .every)])
    }

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        self.init(Set(scalars).sorted().map { Segment(lower: $0.value, upper: $0.value, categories: .every) })
    }

    init(_ categories: GeneralCategorySet) {
        let ascii = (0..<0x80).map { Unicode.Scalar(UInt8($0)) }.filter { categories.isSuperset(of: .init(of: $0)) }
        let beyond = Segment(lower: 0x80, upper: Self.last, categories: categories)
        self.init(ScalarSet(ascii).segments + [beyond])
    }

    /// The scalar after, where surrogates do not count.
    static func successor(of scalar: UInt32) -> UInt32 {
        scalar + 1 == surrogates.lowerBound ? surrogates.upperBound + 1 : scalar + 1
    }

    /// A segment begins and ends with scalars, so that sets with the same scalars are equal.
    private static func withoutSurrogateEnds(_ segment: Segment) -> Segment? {
        let lower = surrogates.contains(segment.lower) ? surrogates.upperBound + 1 : segment.lower
        let upper = surrogates.contains(segment.upper) ? surrogates.lowerBound - 1 : segment.upper
        return lower <= upper ? Segment(lower: lower, upper: upper, categories: segment.categories) : nil
    }
}

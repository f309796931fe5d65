extension ScalarSet {
    func union(_ other: ScalarSet) -> ScalarSet {
        combined(with: other) { $0.union($1) }
    }

    func intersection(_ other: ScalarSet) -> ScalarSet {
        combined(with: other) { $0.intersection($1) }
    }

    func subtracting(_ other: ScalarSet) -> ScalarSet {
        combined(with: other) { $0.subtracting($1) }
    }

    var complement: ScalarSet {
        Self.every.subtracting(self)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let categories = categories(at: scalar.value)
        return categories == .every || categories.isSuperset(of: GeneralCategorySet(of: scalar))
    }

    /// The categories whose scalars are members, where the given scalar stands.
    func categories(at scalar: UInt32) -> GeneralCategorySet {
        guard let segment = segments.first(where: { $0.upper >= scalar }), segment.lower <= scalar else { return [] }
        return segment.categories
    }

    /// Where the membership of any of the sets changes: ascending, from zero to one past the last scalar.
    static func cuts(of sets: some Sequence<ScalarSet>) -> [UInt32] {
        var cuts: Set<UInt32> = [0, last + 1]
        for segment in sets.lazy.flatMap(\.segments) {
            cuts.insert(segment.lower)
            cuts.insert(segment.upper + 1)
        }
        return cuts.sorted()
    }

    /// With the lowercase and the uppercase form of every ASCII letter of which it has one.
    var ignoringASCIICase: ScalarSet {
        let letters = (0x41...0x5A).map { Unicode.Scalar(UInt8($0)) }
        let pairs = letters.map { [$0, Unicode.Scalar(UInt8($0.value) + 0x20)] }
        return union(ScalarSet(pairs.filter { $0.contains(where: contains) }.joined()))
    }

    private func combined(
        with other: ScalarSet,
        by operation: (GeneralCategorySet, GeneralCategorySet) -> GeneralCategorySet
    ) -> ScalarSet {
        let cuts = Self.cuts(of: [self, other])
        return ScalarSet(
            zip(cuts, cuts.dropFirst()).map { lower, next in
                let categories = operation(categories(at: lower), other.categories(at: lower))
                return Segment(lower: lower, upper: next - 1, categories: categories)
            }
        )
    }
}

/// The classes of scalars that no set of a pattern tells apart: the letters that its automaton reads.
struct ScalarAlphabet {
    /// The scalars of each letter; together they are all scalars.
    let classes: [ScalarSet]
    /// For each set, for each letter: whether the set contains it.
    let membership: [[Bool]]

    init(_ sets: [ScalarSet]) {
        var segments: [[Bool]: [ScalarSet.Segment]] = [:]
        var signatures: [[Bool]] = []
        let cuts = ScalarSet.cuts(of: sets)
        for (lower, next) in zip(cuts, cuts.dropFirst()) where !ScalarSet.surrogates.contains(lower) {
            for (signature, categories) in Self.signatures(at: lower, of: sets) {
                if segments[signature] == nil { signatures.append(signature) }
                let segment = ScalarSet.Segment(lower: lower, upper: next - 1, categories: categories)
                segments[signature, default: []].append(segment)
            }
        }
        classes = signatures.map { ScalarSet(segments[$0] ?? []) }
        membership = sets.indices.map { set in signatures.map { $0[set] } }
    }

    /// The sets that contain a scalar, and the categories for which it is those.
    private static func signatures(
        at scalar: UInt32,
        of sets: [ScalarSet]
    ) -> [(signature: [Bool], categories: GeneralCategorySet)] {
        let categories = sets.map { $0.categories(at: scalar) }
        if categories.allSatisfy({ $0.isEmpty || $0 == .every }) {
            return [(categories.map { !$0.isEmpty }, .every)]
        }
        let grouped = Dictionary(grouping: GeneralCategorySet.singles) { single in
            categories.map { $0.isSuperset(of: single) }
        }
        let united = grouped.mapValues { $0.reduce(GeneralCategorySet()) { $0.union($1) } }
        // In a fixed order, so that the same pattern always gives the same text.
        return united.sorted { $0.value.rawValue < $1.value.rawValue }.map { ($0.key, $0.value) }
    }
}

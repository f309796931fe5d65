/// One item of a class in an automaton's notation: a range of scalars, or the part of it in some general categories.
struct ScalarRangeItem {
    let number: UInt8
    let range: ClosedRange<UInt32>
    /// Indices of `GeneralCategoryCode`; the whole range when nil.
    let categories: [Int]?

    static func items(of word: some Collection<Unicode.Scalar>, inClass number: UInt8) -> [ScalarRangeItem] {
        var rest = Array(word)[...]
        var items: [ScalarRangeItem] = []
        while let first = rest.popFirst() {
            guard first == "<" else {
                let last = upperBound(takenFrom: &rest) ?? first
                items.append(ScalarRangeItem(number: number, range: first.value...last.value, categories: nil))
                continue
            }
            let body = rest.prefix { $0 != ">" }
            rest.removeFirst(body.count + 1)
            items.append(ScalarRangeItem(bracketed: String(String.UnicodeScalarView(body)), inClass: number))
        }
        return items
    }

    /// In `0-9` the 9, once the 0 is taken: a hyphen with a character after it.
    private static func upperBound(takenFrom rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        guard rest.count >= 2, rest.first == "-" else { return nil }
        rest.removeFirst()
        return rest.popFirst()
    }
}

extension ScalarRangeItem {
    /// - Parameter body: `20`, `2028-2029` or `80-10FFFF:L,Nd`.
    private init(bracketed body: String, inClass number: UInt8) {
        let parts = body.split(separator: ":")
        let bounds = parts.first?.split(separator: "-").compactMap { UInt32($0, radix: 16) } ?? []
        guard let lower = bounds.first, let upper = bounds.last else {
            preconditionFailure("A class has angle brackets without a scalar")
        }
        let categories = parts.dropFirst().first.map { names in
            names.split(separator: ",").flatMap { GeneralCategoryCode.indices(named: $0) }
        }
        self.init(number: number, range: lower...upper, categories: categories)
    }
}

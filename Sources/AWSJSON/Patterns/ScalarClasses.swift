/// The classes of an automaton's scalars, as tables; see `Automaton` for the notation they are read from.
struct ScalarClasses: Sendable {
    /// What a range of scalars beyond ASCII means.
    private enum Meaning {
        case one(UInt8)
        /// The class of each general category, in the order of `GeneralCategoryCode`.
        case byCategory([UInt8])
    }

    /// The number of classes, with the class of all other scalars.
    let count: Int
    private let ascii: [UInt8]
    /// Where each range begins, ascending; the first is U+0080.
    private let lowerBounds: [UInt32]
    private let meanings: [Meaning]

    init(notation: String) {
        let words = notation.split(whereSeparator: \.isWhitespace)
        precondition(words.count < 255, "An automaton has too many classes")
        let items = words.enumerated().flatMap { number, word in
            ScalarRangeItem.items(of: word.unicodeScalars, inClass: UInt8(number + 1))
        }
        count = words.count + 1
        ascii = (0..<0x80).map { scalar in items.first { $0.range.contains(scalar) }?.number ?? 0 }
        lowerBounds = Self.lowerBounds(of: items)
        meanings = lowerBounds.map { bound in Self.meaning(of: items.filter { $0.range.contains(bound) }) }
    }

    @inline(__always)
    func ofASCII(_ byte: UInt8) -> Int {
        Int(ascii[Int(byte)])
    }

    func ofNonASCII(_ scalar: UInt32) -> Int {
        switch meanings[rangeIndex(of: scalar)] {
        case .one(let number):
            return Int(number)
        case .byCategory(let numbers):
            guard let scalar = Unicode.Scalar(scalar) else { return 0 }
            return Int(numbers[GeneralCategoryCode.index(of: scalar.properties.generalCategory)])
        }
    }

    /// The last range that begins at or before the scalar.
    private func rangeIndex(of scalar: UInt32) -> Int {
        var low = 0
        var high = lowerBounds.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lowerBounds[middle] <= scalar { low = middle } else { high = middle }
        }
        return low
    }

    private static func lowerBounds(of items: [ScalarRangeItem]) -> [UInt32] {
        let bounds = items.flatMap { [$0.range.lowerBound, $0.range.upperBound + 1] }
        return Set(bounds.filter { $0 > 0x80 } + [0x80]).sorted()
    }

    private static func meaning(of items: [ScalarRangeItem]) -> Meaning {
        if items.isEmpty { return .one(0) }
        if let item = items.first(where: { $0.categories == nil }) { return .one(item.number) }
        var numbers = [UInt8](repeating: 0, count: GeneralCategoryCode.abbreviations.count)
        for item in items {
            for category in item.categories ?? [] { numbers[category] = item.number }
        }
        return .byCategory(numbers)
    }
}

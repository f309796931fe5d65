/// The value of a list that a mistaken one probably meant; nil where none is near.
public func nearest(to value: String, in listed: [String]) -> String? {
    let wanted = folded(value)
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    // Two letters of a two-letter code are all of it: at least one must be right.
    let near = min(max(2, wanted.count / 3), wanted.count - 1)
    var best: (value: String, distance: Int)?
    for value in listed {
        let candidate = folded(value)
        // A distance is never less than the difference of the lengths.
        guard abs(candidate.count - wanted.count) <= near else { continue }
        let distance = editDistance(wanted, candidate)
        if distance <= near, distance < best?.distance ?? .max { best = (value, distance) }
    }
    return best?.value ?? shortest(holding: wanted, in: listed)
}

/// Who knows only a part of a long value has said enough to be recognised by it.
private func shortest(holding wanted: [Unicode.Scalar], in listed: [String]) -> String? {
    guard wanted.count >= 4 else { return nil }
    let part = String(String.UnicodeScalarView(wanted))
    let holding = listed.filter { String(String.UnicodeScalarView(folded($0))).contains(part) }
    return holding.min { $0.unicodeScalars.count < $1.unicodeScalars.count }
}

/// Letters and digits only, small: what people get wrong is mostly the rest.
private func folded(_ value: String) -> [Unicode.Scalar] {
    value.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
}

/// Levenshtein's distance, by one row.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (leftIndex, leftScalar) in left.enumerated() {
        var diagonal = row[0]
        row[0] = leftIndex + 1
        for (rightIndex, rightScalar) in right.enumerated() {
            let substituted = diagonal + (leftScalar == rightScalar ? 0 : 1)
            diagonal = row[rightIndex + 1]
            row[rightIndex + 1] = min(substituted, diagonal + 1, row[rightIndex] + 1)
        }
    }
    return row[right.count]
}

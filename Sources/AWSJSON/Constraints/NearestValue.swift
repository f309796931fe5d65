/// The value of a list that a mistaken one probably meant; nil where none is near.
public func nearest(to value: String, in listed: [String]) -> String? {
    let wanted = folded(value)
    guard wanted.count <= 100 else { return nil }
    let candidates = listed.map { (value: $0, distance: editDistance(wanted, folded($0))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, wanted.count / 3) ? best.value : nil
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

/// Numbers as ranges to ask for: few where they lie close together, and none so wide that it takes in what lies between
/// events far apart.
enum SequenceRuns {
    /// Asking for so many more costs less than asking once more.
    private static let widestGap: Int64 = 20

    /// - Parameter sequences: ascending.
    static func ranges(of sequences: [Int64]) -> [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        for sequence in sequences {
            if let last = ranges.last, sequence - last.upperBound <= widestGap {
                ranges[ranges.count - 1] = last.lowerBound...sequence
            } else {
                ranges.append(sequence...sequence)
            }
        }
        return ranges
    }
}

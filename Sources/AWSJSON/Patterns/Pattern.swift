/// A pattern of the service model, compiled ahead of time into a scanner that reads every text once, from left to
/// right, and never goes back. The time it takes is bounded by the length of the text, whatever the text says.
///
/// A text matches when all of it does: the pattern is anchored at both ends, and its length is counted in Unicode
/// scalars.
public struct Pattern: Sendable {
    /// The regular expression as the model states it, for error messages.
    public let source: String
    private let minimumLength: Int
    private let maximumLength: Int
    private let automaton: Automaton?

    /// - Parameters:
    ///   - source: The regular expression as the model states it.
    ///   - length: The lengths that can match, in Unicode scalars; every length when nil.
    ///   - automaton: What the scalars must spell; anything when nil.
    public init(source: String, length: ClosedRange<Int>? = nil, automaton: Automaton? = nil) {
        self.source = source
        minimumLength = length?.lowerBound ?? 0
        maximumLength = length?.upperBound ?? .max
        self.automaton = automaton
    }

    /// The lengths that match, where the pattern says nothing else; nil where it does.
    var lengthAlone: ClosedRange<Int>? {
        automaton == nil ? minimumLength...maximumLength : nil
    }

    /// Whether the whole text matches, found in one pass without allocation.
    public func matches(_ text: String) -> Bool {
        let byteCount = text.utf8.count
        // A scalar takes one to four bytes: a text far too long is refused unread.
        guard byteCount >= minimumLength, byteCount / 4 <= maximumLength else { return false }
        var text = text
        guard let length = text.withUTF8(matchedLength) else { return false }
        return length >= minimumLength && length <= maximumLength
    }

    /// The length of the text in scalars, or nil when the automaton refuses it.
    private func matchedLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let automaton else { return Self.scalarCount(of: bytes) }
        return automaton.acceptedLength(of: bytes)
    }

    /// Every scalar has exactly one byte that is not a continuation byte.
    private static func scalarCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte & 0b1100_0000 != 0b1000_0000 {
            count += 1
        }
        return count
    }
}

/// A pattern that could not be compiled, where it stands, and why.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The shape of the service model that has the pattern, where the caller named it.
    public let shape: String?
    /// The regular expression.
    public let source: String
    public let fault: PatternFault

    public var description: String {
        let place = shape.map { "The pattern of \($0)" } ?? "The pattern"
        return "\(place) cannot be compiled: \(fault). Pattern: \(source)"
    }
}

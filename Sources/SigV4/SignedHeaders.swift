/// The list of header names that a signature covers, in lower case between semicolons.
public struct SignedHeaders: Sendable, CustomStringConvertible {
    let octets: [UInt8]
    let names: [Octets]

    /// AWS looks the names up without regard to case, so they are lowered here.
    init(_ list: Octets) {
        var octets = Array(list)
        octets.lowercaseASCII(from: 0)
        self.octets = octets
        names = octets.split(separator: .semicolon)
    }

    /// - Parameter names: In any case and order; repeated names count once.
    public init(names: some Sequence<String>) {
        let sorted = Set(names.map { $0.lowercased() }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.init(Array(sorted.joined(separator: ";").utf8)[...])
    }

    /// Whether each name stands once and in order, as the canonical request needs them.
    var isAscending: Bool {
        zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    }

    /// - Parameter name: In lower case.
    public func contains(_ name: String) -> Bool {
        names.contains { $0.equals(name) }
    }

    /// `content-type;host;x-amz-date`
    public var description: String { octets[...].text }
}

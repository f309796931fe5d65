/// A place in an order of opportunities: what is sorted by, then the identifier.
public struct OpportunityPlace: Sendable, Comparable {
    public let value: OpportunityValue
    public let identifierKey: String

    public init(value: OpportunityValue, identifierKey: String) {
        self.value = value
        self.identifierKey = identifierKey
    }

    public static func < (left: OpportunityPlace, right: OpportunityPlace) -> Bool {
        left.value == right.value
            ? left.identifierKey.utf8.lexicographicallyPrecedes(right.identifierKey.utf8)
            : left.value < right.value
    }

    /// Before every opportunity that has this value.
    static func before(_ value: OpportunityValue) -> OpportunityPlace {
        OpportunityPlace(value: value, identifierKey: "")
    }

    /// Behind every opportunity that has this value: identifiers' keys are digits.
    static func behind(_ value: OpportunityValue) -> OpportunityPlace {
        OpportunityPlace(value: value, identifierKey: "~")
    }
}

// MARK: In a page token

extension OpportunityPlace {
    /// The place as texts, for a page token.
    public var parts: [String] {
        switch value {
        case .integer(let value): [String(value), identifierKey]
        case .text(let value): [value, identifierKey]
        }
    }

    /// The place that texts say, in an order by `column`; nil where they say none.
    public init?(parts: [String], sortedBy column: OpportunityColumn) {
        guard parts.count == 2 else { return nil }
        identifierKey = parts[1]
        if column.isInteger {
            guard let integer = Int64(parts[0]) else { return nil }
            value = .integer(integer)
        } else {
            value = .text(parts[0])
        }
    }
}

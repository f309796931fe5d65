/// What opportunities are listed by.
public enum OpportunityColumn: Sendable, Hashable {
    case lastModified
    case created
    case identifier
    case company
    case targetCloseDate
    case stage
    case reviewStatus
}

/// A value of a column, ordered as the store orders it: integers by size, texts by their UTF-8 bytes.
public enum OpportunityValue: Sendable, Comparable {
    case integer(Int64)
    case text(String)

    public static func < (left: OpportunityValue, right: OpportunityValue) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.integer, .text): true
        case (.text, .integer): false
        }
    }

    /// By bytes as well, where Swift takes two spellings of one character for equal.
    public static func == (left: OpportunityValue, right: OpportunityValue) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }
}

extension OpportunityColumn {
    /// Not above any value of the column.
    public var lowest: OpportunityValue {
        isInteger ? .integer(.min) : .text("")
    }

    /// Above every value of the column: keys and dates begin with a digit or `=`, stages and statuses with a letter.
    public var highest: OpportunityValue {
        isInteger ? .integer(.max) : .text("~")
    }

    /// Whether its values are milliseconds.
    public var isInteger: Bool {
        self == .lastModified || self == .created
    }
}

extension ListedOpportunity {
    /// What stands in a column.
    public func value(of column: OpportunityColumn) -> OpportunityValue {
        switch column {
        case .lastModified: .integer(lastModifiedMilliseconds)
        case .created: .integer(createdMilliseconds)
        case .identifier: .text(identifierKey)
        case .company: .text(companyKey)
        case .targetCloseDate: .text(targetCloseDate)
        case .stage: .text(stage)
        case .reviewStatus: .text(reviewStatus)
        }
    }
}

/// An index of the opportunities of one account and catalog: by a value of one column where it has one, then in the
/// order of another, then by identifier.
public struct OpportunityIndex: Sendable, Hashable, CaseIterable {
    /// The column of which a walk along this index takes one value; nil where a walk may pass through all.
    public let within: OpportunityColumn?
    /// The column by which a walk along this index is ordered.
    public let sortedBy: OpportunityColumn

    /// One for each sort, and one for each list of values beside the sort that nobody has to ask for.
    public static let allCases: [OpportunityIndex] =
        [.lastModified, .created, .identifier, .company, .targetCloseDate].map { OpportunityIndex(sortedBy: $0) }
        + [.stage, .reviewStatus, .company].map { OpportunityIndex(within: $0, sortedBy: .lastModified) }

    init(within: OpportunityColumn? = nil, sortedBy: OpportunityColumn) {
        self.within = within
        self.sortedBy = sortedBy
    }
}

/// One stretch of an index, walked from a place to a value.
public struct OpportunityWalk: Sendable, Equatable {
    /// Of the index's first column, for an index that has one.
    public let value: String?
    /// The walk begins with what comes next after this place.
    public let after: OpportunityPlace
    /// The walk ends with the last that has this value.
    public let through: OpportunityValue
}

/// How the store answers a query: where it looks, and what it has to check of each opportunity that it comes by.
///
/// | sort | conditions | where it looks | what it comes by |
/// |---|---|---|---|
/// | any | Identifier | primary key | at most 20 |
/// | LastModifiedDate | none, LastModifiedDate | index by date, between the bounds | what is asked for |
/// | LastModifiedDate | CustomerCompanyName, else LifeCycleReviewStatus, else LifeCycleStage; LastModifiedDate | index by that value and date, between the bounds: one walk for each value, merged | what is asked for |
/// | CreatedDate | none, CreatedDate | index by date, between the bounds | what is asked for |
/// | TargetCloseDate | none, TargetCloseDate | index by date, between the bounds | what is asked for |
/// | CustomerCompanyName | none, CustomerCompanyName | index by company: one walk for each name, merged | what is asked for |
/// | Identifier | none | index by identifier | what is asked for |
/// | any | others beside those of its row | as its row says | others too: no index, only the bound of what a page examines |
///
/// So LifeCycleStage under the default sort has an index, and under a sort by CreatedDate has only the bound.
public struct OpportunityPlan: Sendable {
    /// Where the store looks.
    public enum Access: Sendable, Equatable {
        case identifiers([String])
        /// Parts of one index, to be merged in the query's order.
        case walks(OpportunityIndex, [OpportunityWalk])
    }

    public let query: OpportunityQuery
    /// Where the page before this one stopped.
    public let start: OpportunityPlace?
    public let access: Access
    /// The conditions that `access` does not see to.
    public let residual: [OpportunityFilter]

    public init(_ query: OpportunityQuery, after start: OpportunityPlace?) {
        self.query = query
        self.start = start
        let filters = query.filters
        if let named = filters.firstIndex(where: { $0.identifiers != nil }) {
            access = .identifiers(filters[named].identifiers ?? [])
            residual = filters.without(named)
            return
        }
        let bounding = filters.firstIndex { $0.ranges(in: query.sortedBy) != nil }
        let walked = query.sortedBy == .lastModified ? Self.walkedValues(filters) : nil
        let ranges = bounding.flatMap { filters[$0].ranges(in: query.sortedBy) } ?? [OpportunityRange()]
        let values: [String?] = walked.flatMap { filters[$0].values?.values } ?? [nil]
        access = .walks(
            OpportunityIndex(within: walked.flatMap { filters[$0].values?.column }, sortedBy: query.sortedBy),
            values.flatMap { value in ranges.compactMap { query.walk(value, $0, after: start) } }
        )
        residual = filters.without(bounding, walked)
    }

    /// Whether an opportunity that `access` came by is asked for.
    public func matches(_ opportunity: ListedOpportunity) -> Bool {
        residual.allSatisfy { $0.matches(opportunity) }
    }

    /// Of several conditions that have an index, the one that leaves least to check: there are more companies than
    /// statuses. Between status and stage it is a toss-up.
    private static func walkedValues(_ filters: [OpportunityFilter]) -> Int? {
        [OpportunityColumn.company, .reviewStatus, .stage].lazy
            .compactMap { column in filters.firstIndex { $0.values?.column == column } }
            .first
    }
}

/// Both ends of a part of an order; nil where it has none.
struct OpportunityRange {
    var from: OpportunityValue?
    var through: OpportunityValue?
}

extension OpportunityFilter {
    /// The parts of an order by `column` in which the condition is met, and nowhere else; nil where it says nothing of
    /// that column.
    fileprivate func ranges(in column: OpportunityColumn) -> [OpportunityRange]? {
        switch (self, column) {
        case (.lastModified(let from, let through), .lastModified), (.created(let from, let through), .created):
            [OpportunityRange(from: from.map { .integer($0) }, through: through.map { .integer($0) })]
        case (.targetCloseDate(let from, let through), .targetCloseDate):
            // From the first digit on, so as to leave out those that have no date.
            [OpportunityRange(from: .text(from ?? "0"), through: through.map { .text($0) })]
        case (.companies(let keys), .company):
            keys.map { OpportunityRange(from: .text($0), through: .text($0)) }
        default: nil
        }
    }

    /// The values of a condition that has an index of its own.
    fileprivate var values: (column: OpportunityColumn, values: [String])? {
        switch self {
        case .companies(let keys): (.company, keys)
        case .reviewStatuses(let statuses): (.reviewStatus, statuses)
        case .stages(let stages): (.stage, stages)
        case .lastModified, .created, .targetCloseDate, .identifiers: nil
        }
    }

    fileprivate var identifiers: [String]? {
        if case .identifiers(let identifiers) = self { identifiers } else { nil }
    }
}

extension OpportunityQuery {
    /// The walk through a range, from where the last page stopped; nil where the whole range lies behind that.
    fileprivate func walk(
        _ value: String?,
        _ range: OpportunityRange,
        after start: OpportunityPlace?
    ) -> OpportunityWalk? {
        let (from, through) = (range.from ?? sortedBy.lowest, range.through ?? sortedBy.highest)
        let (first, last) =
            isAscending ? (OpportunityPlace.before(from), through) : (OpportunityPlace.behind(through), from)
        let after = start.map { precedes(first, $0) ? $0 : first } ?? first
        guard isAscending ? after.value <= last : after.value >= last else { return nil }
        return OpportunityWalk(value: value, after: after, through: last)
    }
}

extension [OpportunityFilter] {
    fileprivate func without(_ places: Int?...) -> [OpportunityFilter] {
        indices.filter { !places.contains($0) }.map { self[$0] }
    }
}

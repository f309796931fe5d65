import SellingShapes
import SmithyTypes

/// A condition of a ListOpportunities request. Bounds are inclusive, and any of several values will do.
///
/// The operation page says "on or after" of LastModifiedDate. Undocumented: the other bounds; they are read alike.
public enum OpportunityFilter: Sendable {
    /// Nil: unbounded on that side. Milliseconds since 1970-01-01T00:00:00Z.
    case lastModified(from: Int64?, through: Int64?)
    case created(from: Int64?, through: Int64?)
    /// `YYYY-MM-DD`. Who has no such date matches no such condition.
    case targetCloseDate(from: String?, through: String?)
    case identifiers([String])
    case stages([String])
    case reviewStatuses([String])
    /// See `ListedOpportunity.companyKey(_:)`. Who has no customer matches no such condition.
    case companies([String])

    /// Whether an opportunity meets the condition.
    public func matches(_ opportunity: ListedOpportunity) -> Bool {
        switch self {
        case .lastModified(let from, let through):
            Self.lies(opportunity.lastModifiedMilliseconds, from, through)
        case .created(let from, let through):
            Self.lies(opportunity.createdMilliseconds, from, through)
        case .targetCloseDate(let from, let through):
            !opportunity.targetCloseDate.isEmpty && Self.lies(opportunity.targetCloseDate, from, through)
        case .identifiers(let values):
            values.contains(opportunity.identifier)
        case .stages(let values):
            values.contains(opportunity.stage)
        case .reviewStatuses(let values):
            values.contains(opportunity.reviewStatus)
        case .companies(let values):
            // By bytes, as the index that serves this condition has them.
            values.contains { $0.utf8.elementsEqual(opportunity.companyKey.utf8) }
        }
    }

    private static func lies<Value: Comparable>(_ value: Value, _ from: Value?, _ through: Value?) -> Bool {
        from.map { $0 <= value } ?? true && through.map { value <= $0 } ?? true
    }
}

extension OpportunityFilter {
    /// The conditions of a request; a list without values, and a range without bounds, is none.
    static func all(of request: ListOpportunitiesRequest) -> [OpportunityFilter] {
        let lastModified = request.lastModifiedDate
        let created = request.createdDate
        let close = request.targetCloseDate
        return [
            range(
                lastModified?.afterLastModifiedDate?.millisecondsSinceEpoch,
                lastModified?.beforeLastModifiedDate?.millisecondsSinceEpoch
            ) { .lastModified(from: $0, through: $1) },
            range(
                created?.afterCreatedDate?.millisecondsSinceEpoch,
                created?.beforeCreatedDate?.millisecondsSinceEpoch
            ) { .created(from: $0, through: $1) },
            range(close?.afterTargetCloseDate, close?.beforeTargetCloseDate) {
                .targetCloseDate(from: $0, through: $1)
            },
            list(request.identifier) { .identifiers($0) },
            list(request.lifeCycleStage?.map(\.rawValue)) { .stages($0) },
            list(request.lifeCycleReviewStatus?.map(\.rawValue)) { .reviewStatuses($0) },
            list(request.customerCompanyName?.map(ListedOpportunity.companyKey)) { .companies($0) },
        ].compactMap { $0 }
    }

    private static func range<Value>(
        _ from: Value?,
        _ through: Value?,
        _ filter: (Value?, Value?) -> OpportunityFilter
    ) -> OpportunityFilter? {
        from == nil && through == nil ? nil : filter(from, through)
    }

    /// Each value once: a repeated one must not give its opportunities twice.
    private static func list(_ values: [String]?, _ filter: ([String]) -> OpportunityFilter) -> OpportunityFilter? {
        var distinct: [String] = []
        for value in values ?? [] where !distinct.contains(where: { $0.utf8.elementsEqual(value.utf8) }) {
            distinct.append(value)
        }
        return distinct.isEmpty ? nil : filter(distinct)
    }
}

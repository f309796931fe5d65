public import SellingShapes

/// A ListEngagements request, as a filter and an order.
public struct EngagementQuery: Sendable, Hashable {
    public let order: SortOrder
    private let creators: Set<String>
    private let otherCreators: Set<String>
    private let types: Set<EngagementContextType>
    private let otherTypes: Set<EngagementContextType>

    /// Undocumented: the order without Sort; the newest first, as in the API's other lists.
    public init(_ request: ListEngagementsRequest) {
        order = request.sort?.sortOrder ?? .descending
        creators = Set(request.createdBy ?? [])
        otherCreators = Set(request.excludeCreatedBy ?? [])
        types = Set(request.contextTypes ?? [])
        otherTypes = Set(request.excludeContextTypes ?? [])
    }

    /// Whether nothing is filtered by what is in the engagement.
    public var takesAll: Bool {
        creators.isEmpty && otherCreators.isEmpty && types.isEmpty && otherTypes.isEmpty
    }

    /// Whether an engagement is asked for: every filter that names anything must let it pass. Of context types it must
    /// have one that is named, and none that is excluded.
    public func matches(_ engagement: Engagement) -> Bool {
        let present = engagement.contextTypes
        return (creators.isEmpty || creators.contains(engagement.createdBy))
            && !otherCreators.contains(engagement.createdBy)
            && (types.isEmpty || present.contains(where: types.contains))
            && !present.contains(where: otherTypes.contains)
    }
}

extension Engagement {
    /// What ListEngagements shows of it.
    public var summary: EngagementSummary {
        EngagementSummary(
            arn: arn,
            contextTypes: contextTypes,
            createdAt: createdAt,
            createdBy: createdBy,
            id: identifier,
            memberCount: memberCount,
            modifiedAt: modifiedAt,
            modifiedBy: modifiedBy,
            title: title
        )
    }
}

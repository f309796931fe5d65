public import SellingShapes

/// A ListOpportunities request, as conditions and an order.
public struct OpportunityQuery: Sendable {
    /// All of them must be met.
    public let filters: [OpportunityFilter]
    public let sortedBy: OpportunityColumn
    public let isAscending: Bool

    /// Absent sorting is by LastModifiedDate, descending (operation page).
    public init(_ request: ListOpportunitiesRequest) {
        filters = OpportunityFilter.all(of: request)
        isAscending = request.sort?.sortOrder == .ascending
        sortedBy =
            switch request.sort?.sortBy {
            case .identifier: .identifier
            case .customerCompanyName: .company
            case .createdDate: .created
            case .targetCloseDate: .targetCloseDate
            case .lastModifiedDate, .unrecognized, nil: .lastModified
            }
    }

    /// Whether an opportunity is asked for.
    public func matches(_ opportunity: ListedOpportunity) -> Bool {
        filters.allSatisfy { $0.matches(opportunity) }
    }

    /// Where an opportunity stands in the order. What has no date or no company stands before all that have one.
    public func place(of opportunity: ListedOpportunity) -> OpportunityPlace {
        OpportunityPlace(value: opportunity.value(of: sortedBy), identifierKey: opportunity.identifierKey)
    }

    /// Whether `left` comes before `right` in the order asked for. Undocumented: ties; they go by identifier, the same
    /// way round.
    public func precedes(_ left: OpportunityPlace, _ right: OpportunityPlace) -> Bool {
        isAscending ? left < right : right < left
    }
}

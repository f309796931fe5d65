public import SellingShapes
import SmithyTypes

/// A ListSolutions request, as a filter and an order.
public struct SolutionQuery: Sendable, Hashable {
    public let sortBy: SolutionSortName
    public let sortOrder: SortOrder
    private let statuses: Set<SolutionStatus>
    private let identifiers: Set<String>
    private let categories: Set<String>
    private let marketplaceARNs: Set<String>

    /// Absent sorting is by identifier, descending (operation page).
    public init(_ request: ListSolutionsRequest) {
        sortBy = request.sort?.sortBy ?? .identifier
        sortOrder = request.sort?.sortOrder ?? .descending
        statuses = Set(request.status ?? [])
        identifiers = Set(request.identifier ?? [])
        categories = Set(request.category ?? [])
        marketplaceARNs = Set(request.awsMarketplaceSolutionArn ?? [])
    }

    /// Whether a solution is asked for: every filter that names anything must name it.
    public func matches(_ solution: SolutionBase) -> Bool {
        (statuses.isEmpty || statuses.contains(solution.status))
            && (identifiers.isEmpty || identifiers.contains(solution.id))
            && (categories.isEmpty || categories.contains(solution.category))
            && (marketplaceARNs.isEmpty || solution.awsMarketplaceSolutionArn.map(marketplaceARNs.contains) == true)
    }

    /// Where a solution stands in the order: by the sorted member, then by identifier, both compared as bytes.
    public func place(of solution: SolutionBase) -> SolutionPlace {
        let key =
            switch sortBy {
            case .name: solution.name
            case .status: solution.status.rawValue
            case .category: solution.category
            case .createdDate: solution.createdDate.iso8601
            case .identifier, .unrecognized: solution.id
            }
        return SolutionPlace(key: key, identifier: solution.id)
    }

    /// Whether `left` comes before `right` in the order asked for.
    public func precedes(_ left: SolutionPlace, _ right: SolutionPlace) -> Bool {
        sortOrder == .ascending ? left < right : right < left
    }
}

/// A place in an order of solutions.
public struct SolutionPlace: Sendable, Hashable, Comparable {
    public let key: String
    public let identifier: String

    public init(key: String, identifier: String) {
        self.key = key
        self.identifier = identifier
    }

    public static func < (left: SolutionPlace, right: SolutionPlace) -> Bool {
        if left.key.utf8.elementsEqual(right.key.utf8) {
            return left.identifier.utf8.lexicographicallyPrecedes(right.identifier.utf8)
        }
        return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
}

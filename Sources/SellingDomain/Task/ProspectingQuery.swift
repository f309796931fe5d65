public import SellingShapes
import SmithyTypes

/// A ListProspectingFromEngagementTasks request, as a filter and an order.
public struct ProspectingQuery: Sendable, Hashable {
    public let sortBy: ProspectingFromEngagementTaskSortName
    public let order: SortOrder
    /// The tasks that are asked for by identifier; nil where none is named.
    public let identifiers: Set<String>?
    private let names: Set<String>?
    private let from: Timestamp?
    private let through: Timestamp?

    /// Undocumented: the order without Sort, which is that of the other lists of tasks, and whether the bounds are
    /// inclusive, as the one documented bound of this API is. An empty list names nothing and so filters nothing.
    public init(_ request: ListProspectingFromEngagementTasksRequest) {
        sortBy = request.sort?.sortBy ?? .startTime
        order = request.sort?.sortOrder ?? .descending
        identifiers = request.taskIdentifier.flatMap { $0.isEmpty ? nil : Set($0) }
        names = request.taskName.flatMap { $0.isEmpty ? nil : Set($0) }
        from = request.startAfter
        through = request.startBefore
    }

    /// Whether nothing is filtered by what is in the task.
    public var takesAll: Bool { names == nil && from == nil && through == nil }

    /// Whether a task is asked for.
    public func matches(_ task: ProspectingTaskSummary) -> Bool {
        (names?.contains(task.taskName) ?? true) && (from.map { $0 <= task.startTime } ?? true)
            && (through.map { task.startTime <= $0 } ?? true)
    }
}

/// Where a prospecting task stands in an order: what is sorted by, then the identifier.
public struct ProspectingPlace: Sendable, Comparable {
    public let value: OpportunityValue
    public let identifier: String

    public init(value: OpportunityValue, identifier: String) {
        self.value = value
        self.identifier = identifier
    }

    public static func < (left: ProspectingPlace, right: ProspectingPlace) -> Bool {
        left.value == right.value
            ? left.identifier.utf8.lexicographicallyPrecedes(right.identifier.utf8) : left.value < right.value
    }
}

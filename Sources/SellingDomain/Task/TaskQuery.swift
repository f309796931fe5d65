public import SellingShapes

/// A request for a list of tasks, as a filter and an order.
public struct TaskQuery: Sendable, Hashable {
    public let kind: TaskKind
    public let order: SortOrder
    /// The tasks that are asked for by identifier; nil where none is named.
    public var identifiers: Set<String>?
    public var statuses: [TaskStatus]?
    public var engagements: Set<String>?
    public var invitations: Set<String>?
    public var opportunities: Set<String>?
    public var contexts: Set<String>?

    /// Undocumented: the order without Sort; the newest first, as in the API's other lists.
    public init(_ kind: TaskKind, _ sort: ListTasksSortBase?) {
        self.kind = kind
        order = sort?.sortOrder ?? .descending
    }

    /// Whether nothing is filtered by what is in the task.
    public var takesAll: Bool {
        statuses == nil && engagements == nil && invitations == nil && opportunities == nil && contexts == nil
    }

    /// Whether a task is asked for: every filter that is there must name what the task has.
    public func matches(_ task: SellingTask) -> Bool {
        let products = task.products
        return statuses?.contains(task.status) != false
            && Self.allows(engagements, products.engagement) && Self.allows(invitations, products.invitation)
            && Self.allows(opportunities, products.opportunity) && Self.allows(contexts, products.context)
    }

    private static func allows(_ filter: Set<String>?, _ value: String?) -> Bool {
        guard let filter else { return true }
        return value.map(filter.contains) == true
    }
}

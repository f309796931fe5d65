public import SellingShapes

/// A ListResourceSnapshotJobs request, as a filter and an order.
public struct SnapshotJobQuery: Sendable, Hashable {
    public let order: SortOrder
    private let engagement: String?
    private let status: ResourceSnapshotJobStatus?

    /// Without an order the newest comes first (operation page).
    public init(_ request: ListResourceSnapshotJobsRequest) {
        order = request.sort?.sortOrder ?? .descending
        engagement = request.engagementIdentifier
        status = request.status
    }

    /// Whether nothing is filtered.
    public var takesAll: Bool { engagement == nil && status == nil }

    /// Whether a job is asked for: every filter that is there must let it pass.
    public func matches(_ job: SnapshotJob) -> Bool {
        (engagement == nil || engagement == job.subject.engagement) && (status == nil || status == job.status)
    }
}

public import SellingShapes
public import SmithyTypes

/// The prospecting of a task: AWS's models look at engagements and tell what they think of each.
///
/// It is kept as the document that GetProspectingFromEngagementTask answers.
extension GetProspectingFromEngagementTaskResponse {
    /// The most engagements of a task: the bound of the model's EngagementIdentifierList.
    public static let mostEngagements = 100

    /// A prospecting that nobody has taken up. Undocumented: what a repeated identifier does; it is looked at once.
    public init(of request: StartProspectingFromEngagementTaskRequest, _ task: SellingTask, arn: String) {
        var seen: Set<String> = []
        self.init(
            engagements: request.identifiers.filter { seen.insert($0).inserted }.map {
                EngagementProspectingResult(engagementIdentifier: $0, status: .pending)
            },
            startTime: task.startedAt,
            taskArn: arn,
            taskId: task.identifier,
            taskName: request.taskName
        )
    }

    /// The prospecting taken up: every engagement is being looked at.
    public func begun() -> GetProspectingFromEngagementTaskResponse {
        var prospecting = self
        prospecting.engagements = engagements.map { result in
            EngagementProspectingResult(engagementIdentifier: result.engagementIdentifier, status: .inProgress)
        }
        return prospecting
    }

    /// The prospecting at its end, with the result of each engagement.
    public func ended(
        _ results: [EngagementProspectingResult],
        at now: Timestamp
    ) -> GetProspectingFromEngagementTaskResponse {
        var prospecting = self
        prospecting.engagements = results
        prospecting.endTime = now
        return prospecting
    }

    /// How many engagements have come to a status.
    public func count(_ status: ProspectingTaskStatus) -> Int { engagements.count { $0.status == status } }

    /// Why the whole has failed: because every engagement has. Undocumented: what one of several means; only all do.
    public var failure: TaskFailure? {
        guard let first = engagements.first, count(.failed) == engagements.count else { return nil }
        return TaskFailure(ReasonCode(rawValue: first.reasonCode ?? ""), message: first.message ?? "")
    }

    /// How the whole stands.
    public var status: ProspectingTaskStatus {
        if endTime != nil { return failure == nil ? .completed : .failed }
        return engagements.contains { $0.status == .inProgress } ? .inProgress : .pending
    }

    /// What ListProspectingFromEngagementTasks shows of it.
    public var summary: ProspectingTaskSummary {
        ProspectingTaskSummary(
            completedEngagementCount: count(.completed),
            endTime: endTime,
            failedEngagementCount: count(.failed),
            startTime: startTime,
            taskArn: taskArn,
            taskId: taskId,
            taskName: taskName,
            totalEngagementCount: engagements.count
        )
    }

    /// What AWS's models say of every engagement. Nobody outside AWS knows what they would say: it is a fixed result,
    /// plainly made up.
    public func result(at now: Timestamp) -> ProspectingResult {
        ProspectingResult(
            aws: ProspectingResultAws(
                customer: ProspectingResultCustomer(
                    accountName: "Example Customer",
                    companySize: "1-50",
                    country: .us,
                    eligiblePrograms: ["Example Program"],
                    geo: "Example Geo",
                    industry: .other,
                    publicProfileSummary: "An artificial result, the same for every engagement.",
                    region: "Example Region",
                    segment: "Example Segment",
                    subIndustry: "Example Industry",
                    subRegion: "Example Subregion"
                ),
                endTime: now,
                insights: ProspectingInsights(
                    marketplaceEngagementScore: "Medium",
                    solutionCategory: "Example Category",
                    solutionScore: "Medium",
                    solutionSubCategory: "Example Subcategory"
                ),
                startTime: startTime,
                taskArn: taskArn,
                taskId: taskId,
                taskName: taskName
            )
        )
    }
}

extension EngagementProspectingResult {
    /// What became of an engagement that AWS's models looked at.
    ///
    /// Undocumented: the model's pattern for EngagementContextId (`ctx-` and 14 letters) is none that a context's Id can
    /// have (3 characters); this is the Id under which GetEngagement shows the context.
    public static func completed(_ engagement: String, context: String?) -> EngagementProspectingResult {
        EngagementProspectingResult(
            engagementContextId: context,
            engagementIdentifier: engagement,
            status: .completed
        )
    }

    /// An engagement that is not there for the caller (`RuleCatalogue.prospectedEngagement`).
    public static func notFound(_ engagement: String) -> EngagementProspectingResult {
        EngagementProspectingResult(
            engagementIdentifier: engagement,
            message: "The engagement does not exist or is not visible to the caller.",
            reasonCode: ReasonCode.engagementAccessDenied.rawValue,
            status: .failed
        )
    }

    /// An engagement that has no room for the result.
    public static func full(_ engagement: String, _ excess: ExceededQuota) -> EngagementProspectingResult {
        EngagementProspectingResult(
            engagementIdentifier: engagement,
            message: excess.message,
            reasonCode: ReasonCode.serviceQuotaExceeded.rawValue,
            status: .failed
        )
    }
}

/// The kinds of task: the workflows that the service runs for a partner, each as a list of steps.
public enum TaskKind: String, Sendable, Hashable, CaseIterable {
    case engagementFromOpportunity = "engagement-from-opportunity-task"
    case engagementByAcceptingInvitation = "engagement-by-accepting-invitation-task"
    case opportunityFromEngagement = "opportunity-from-engagement-task"
    case prospectingFromEngagement = "prospecting-from-engagement-task"

    /// How many letters and digits follow `task-` in an identifier (model).
    public var identifierLength: Int { self == .prospectingFromEngagement ? 14 : 13 }

    /// What is done, in order. Each step is one transaction where steps take time, and all are one where they take none.
    ///
    /// The first of each kind changes nothing: it finds out whether all the others can be done, so that what must fail
    /// fails before anything is changed.
    public var steps: [TaskStep] {
        switch self {
        case .engagementFromOpportunity:
            // The order of the operation page and of the developer guide, multi-partner opportunities.
            [
                .getOpportunity, .createEngagement, .createResourceSnapshot, .createEngagementInvitation,
                .submitOpportunity, .createResourceSnapshotJob, .startResourceSnapshotJob,
            ]
        case .engagementByAcceptingInvitation:
            // The operations that a caller must be allowed, in the order of the events page.
            [
                .getEngagementInvitation, .acceptEngagementInvitation, .createOpportunity, .submitOpportunity,
                .createResourceSnapshotJob, .startResourceSnapshotJob,
            ]
        case .opportunityFromEngagement:
            // Developer guide, leads; a recorded answer shows the job.
            [
                .getEngagement, .createOpportunity, .createResourceSnapshot, .createEngagementContext,
                .createResourceSnapshotJob, .startResourceSnapshotJob,
            ]
        case .prospectingFromEngagement:
            [.beginProspecting, .concludeProspecting]
        }
    }
}

/// One step of a task, by the name of the operation that does the same by itself, where there is one.
public enum TaskStep: String, Sendable, Hashable, CaseIterable {
    case getOpportunity = "GetOpportunity"
    case createEngagement = "CreateEngagement"
    case createResourceSnapshot = "CreateResourceSnapshot"
    case createEngagementInvitation = "CreateEngagementInvitation"
    case submitOpportunity = "SubmitOpportunity"
    case createResourceSnapshotJob = "CreateResourceSnapshotJob"
    case startResourceSnapshotJob = "StartResourceSnapshotJob"
    case getEngagementInvitation = "GetEngagementInvitation"
    case acceptEngagementInvitation = "AcceptEngagementInvitation"
    case createOpportunity = "CreateOpportunity"
    case getEngagement = "GetEngagement"
    case createEngagementContext = "CreateEngagementContext"
    /// AWS's models take the engagements up.
    case beginProspecting = "BeginProspecting"
    /// AWS's models are done with all of them.
    case concludeProspecting = "ConcludeProspecting"
}

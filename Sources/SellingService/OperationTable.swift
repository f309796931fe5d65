import AWSJSON
import SellingWire

/// Which type carries out which operation. A new operation of the model does not compile until it has its line.
enum OperationTable {
    static func endpoint(_ operation: SellingOperation, _ environment: SellingEnvironment) -> Endpoint? {
        switch operation {
        case .associateOpportunity: Endpoint(AssociateOpportunityOperation(environment: environment))
        case .createOpportunity: Endpoint(CreateOpportunityOperation(environment: environment))
        case .createResourceSnapshot: Endpoint(CreateResourceSnapshotOperation(environment: environment))
        case .createResourceSnapshotJob: Endpoint(CreateResourceSnapshotJobOperation(environment: environment))
        case .deleteResourceSnapshotJob: Endpoint(DeleteResourceSnapshotJobOperation(environment: environment))
        case .disassociateOpportunity: Endpoint(DisassociateOpportunityOperation(environment: environment))
        case .getOpportunity: Endpoint(GetOpportunityOperation(environment: environment))
        case .getResourceSnapshot: Endpoint(GetResourceSnapshotOperation(environment: environment))
        case .getResourceSnapshotJob: Endpoint(GetResourceSnapshotJobOperation(environment: environment))
        case .getSellingSystemSettings: Endpoint(GetSellingSystemSettingsOperation(environment: environment))
        case .listEngagementResourceAssociations:
            Endpoint(ListEngagementResourceAssociationsOperation(environment: environment))
        case .listResourceSnapshotJobs: Endpoint(ListResourceSnapshotJobsOperation(environment: environment))
        case .listResourceSnapshots: Endpoint(ListResourceSnapshotsOperation(environment: environment))
        case .listSolutions: Endpoint(ListSolutionsOperation(environment: environment))
        case .listTagsForResource: Endpoint(ListTagsForResourceOperation(environment: environment))
        case .putSellingSystemSettings: Endpoint(PutSellingSystemSettingsOperation(environment: environment))
        case .startResourceSnapshotJob: Endpoint(StartResourceSnapshotJobOperation(environment: environment))
        case .stopResourceSnapshotJob: Endpoint(StopResourceSnapshotJobOperation(environment: environment))
        case .tagResource: Endpoint(TagResourceOperation(environment: environment))
        case .untagResource: Endpoint(UntagResourceOperation(environment: environment))
        case .acceptEngagementInvitation, .assignOpportunity, .createEngagement, .createEngagementContext,
            .createEngagementInvitation, .getAwsOpportunitySummary, .getEngagement, .getEngagementInvitation,
            .getProspectingFromEngagementTask, .listEngagementByAcceptingInvitationTasks,
            .listEngagementFromOpportunityTasks, .listEngagementInvitations, .listEngagementMembers,
            .listEngagements, .listOpportunities, .listOpportunityFromEngagementTasks,
            .listProspectingFromEngagementTasks, .rejectEngagementInvitation,
            .startEngagementByAcceptingInvitationTask, .startEngagementFromOpportunityTask,
            .startOpportunityFromEngagementTask, .startProspectingFromEngagementTask, .submitOpportunity,
            .updateEngagementContext, .updateOpportunity:
            nil
        }
    }
}

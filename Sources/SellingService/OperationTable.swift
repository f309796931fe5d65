import AWSJSON
import SellingWire

/// Which type carries out which operation. A new operation of the model does not compile until it has its line.
enum OperationTable {
    static func endpoint(_ operation: SellingOperation, _ environment: SellingEnvironment) -> Endpoint {
        switch operation {
        case .acceptEngagementInvitation: Endpoint(AcceptEngagementInvitationOperation(environment: environment))
        case .assignOpportunity: Endpoint(AssignOpportunityOperation(environment: environment))
        case .associateOpportunity: Endpoint(AssociateOpportunityOperation(environment: environment))
        case .createEngagement: Endpoint(CreateEngagementOperation(environment: environment))
        case .createEngagementContext: Endpoint(CreateEngagementContextOperation(environment: environment))
        case .createEngagementInvitation: Endpoint(CreateEngagementInvitationOperation(environment: environment))
        case .createOpportunity: Endpoint(CreateOpportunityOperation(environment: environment))
        case .createResourceSnapshot: Endpoint(CreateResourceSnapshotOperation(environment: environment))
        case .createResourceSnapshotJob: Endpoint(CreateResourceSnapshotJobOperation(environment: environment))
        case .deleteResourceSnapshotJob: Endpoint(DeleteResourceSnapshotJobOperation(environment: environment))
        case .disassociateOpportunity: Endpoint(DisassociateOpportunityOperation(environment: environment))
        case .getAwsOpportunitySummary: Endpoint(GetAwsOpportunitySummaryOperation(environment: environment))
        case .getEngagement: Endpoint(GetEngagementOperation(environment: environment))
        case .getEngagementInvitation: Endpoint(GetEngagementInvitationOperation(environment: environment))
        case .getOpportunity: Endpoint(GetOpportunityOperation(environment: environment))
        case .getResourceSnapshot: Endpoint(GetResourceSnapshotOperation(environment: environment))
        case .getResourceSnapshotJob: Endpoint(GetResourceSnapshotJobOperation(environment: environment))
        case .getSellingSystemSettings: Endpoint(GetSellingSystemSettingsOperation(environment: environment))
        case .listEngagementInvitations: Endpoint(ListEngagementInvitationsOperation(environment: environment))
        case .listEngagementMembers: Endpoint(ListEngagementMembersOperation(environment: environment))
        case .listEngagementResourceAssociations:
            Endpoint(ListEngagementResourceAssociationsOperation(environment: environment))
        case .listEngagements: Endpoint(ListEngagementsOperation(environment: environment))
        case .listOpportunities: Endpoint(ListOpportunitiesOperation(environment: environment))
        case .listResourceSnapshotJobs: Endpoint(ListResourceSnapshotJobsOperation(environment: environment))
        case .listResourceSnapshots: Endpoint(ListResourceSnapshotsOperation(environment: environment))
        case .listSolutions: Endpoint(ListSolutionsOperation(environment: environment))
        case .listTagsForResource: Endpoint(ListTagsForResourceOperation(environment: environment))
        case .putSellingSystemSettings: Endpoint(PutSellingSystemSettingsOperation(environment: environment))
        case .rejectEngagementInvitation: Endpoint(RejectEngagementInvitationOperation(environment: environment))
        case .startResourceSnapshotJob: Endpoint(StartResourceSnapshotJobOperation(environment: environment))
        case .stopResourceSnapshotJob: Endpoint(StopResourceSnapshotJobOperation(environment: environment))
        case .submitOpportunity: Endpoint(SubmitOpportunityOperation(environment: environment))
        case .tagResource: Endpoint(TagResourceOperation(environment: environment))
        case .untagResource: Endpoint(UntagResourceOperation(environment: environment))
        case .updateEngagementContext: Endpoint(UpdateEngagementContextOperation(environment: environment))
        case .updateOpportunity: Endpoint(UpdateOpportunityOperation(environment: environment))
        case .getProspectingFromEngagementTask:
            Endpoint(GetProspectingFromEngagementTaskOperation(environment: environment))
        case .listEngagementByAcceptingInvitationTasks:
            Endpoint(ListEngagementByAcceptingInvitationTasksOperation(environment: environment))
        case .listEngagementFromOpportunityTasks:
            Endpoint(ListEngagementFromOpportunityTasksOperation(environment: environment))
        case .listOpportunityFromEngagementTasks:
            Endpoint(ListOpportunityFromEngagementTasksOperation(environment: environment))
        case .listProspectingFromEngagementTasks:
            Endpoint(ListProspectingFromEngagementTasksOperation(environment: environment))
        case .startEngagementByAcceptingInvitationTask:
            Endpoint(StartEngagementByAcceptingInvitationTaskOperation(environment: environment))
        case .startEngagementFromOpportunityTask:
            Endpoint(StartEngagementFromOpportunityTaskOperation(environment: environment))
        case .startOpportunityFromEngagementTask:
            Endpoint(StartOpportunityFromEngagementTaskOperation(environment: environment))
        case .startProspectingFromEngagementTask:
            Endpoint(StartProspectingFromEngagementTaskOperation(environment: environment))
        }
    }
}

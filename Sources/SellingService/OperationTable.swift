import AWSJSON
import SellingWire

/// Which type carries out which operation. A new operation of the model does not compile until it has its line.
enum OperationTable {
    static func endpoint(_ operation: SellingOperation, _ environment: SellingEnvironment) -> Endpoint? {
        switch operation {
        case .assignOpportunity: Endpoint(AssignOpportunityOperation(environment: environment))
        case .associateOpportunity: Endpoint(AssociateOpportunityOperation(environment: environment))
        case .createOpportunity: Endpoint(CreateOpportunityOperation(environment: environment))
        case .disassociateOpportunity: Endpoint(DisassociateOpportunityOperation(environment: environment))
        case .getAwsOpportunitySummary: Endpoint(GetAwsOpportunitySummaryOperation(environment: environment))
        case .getOpportunity: Endpoint(GetOpportunityOperation(environment: environment))
        case .getSellingSystemSettings: Endpoint(GetSellingSystemSettingsOperation(environment: environment))
        case .listOpportunities: Endpoint(ListOpportunitiesOperation(environment: environment))
        case .listSolutions: Endpoint(ListSolutionsOperation(environment: environment))
        case .listTagsForResource: Endpoint(ListTagsForResourceOperation(environment: environment))
        case .putSellingSystemSettings: Endpoint(PutSellingSystemSettingsOperation(environment: environment))
        case .submitOpportunity: Endpoint(SubmitOpportunityOperation(environment: environment))
        case .tagResource: Endpoint(TagResourceOperation(environment: environment))
        case .untagResource: Endpoint(UntagResourceOperation(environment: environment))
        case .updateOpportunity: Endpoint(UpdateOpportunityOperation(environment: environment))
        case .acceptEngagementInvitation, .createEngagement, .createEngagementContext,
            .createEngagementInvitation, .createResourceSnapshot, .createResourceSnapshotJob,
            .deleteResourceSnapshotJob, .getEngagement, .getEngagementInvitation,
            .getProspectingFromEngagementTask, .getResourceSnapshot, .getResourceSnapshotJob,
            .listEngagementByAcceptingInvitationTasks,
            .listEngagementFromOpportunityTasks, .listEngagementInvitations, .listEngagementMembers,
            .listEngagementResourceAssociations, .listEngagements,
            .listOpportunityFromEngagementTasks, .listProspectingFromEngagementTasks, .listResourceSnapshotJobs,
            .listResourceSnapshots, .rejectEngagementInvitation,
            .startEngagementByAcceptingInvitationTask, .startEngagementFromOpportunityTask,
            .startOpportunityFromEngagementTask, .startProspectingFromEngagementTask, .startResourceSnapshotJob,
            .stopResourceSnapshotJob, .updateEngagementContext:
            nil
        }
    }
}

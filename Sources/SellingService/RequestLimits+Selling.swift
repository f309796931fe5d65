import AWSJSON
import SellingWire

/// AWS's published quotas of the Selling API, by operation.
///
/// The quotas page gives a rate for each group of operations and leaves open whether the group shares it; taken for
/// each operation by itself it is the laxer reading. Operations that the page does not name have no limit here.
enum SellingLimits {
    private static let read = RequestLimit(perSecond: 10, perDay: 100_000)
    private static let write = RequestLimit(perSecond: 1, perDay: 10_000)

    static let byOperation: [String: RequestLimit] = Dictionary(
        uniqueKeysWithValues: SellingOperation.allCases.compactMap { operation in
            limit(operation).map { (operation.rawValue, $0) }
        }
    )

    private static func limit(_ operation: SellingOperation) -> RequestLimit? {
        switch operation {
        case .getOpportunity, .getAwsOpportunitySummary, .listOpportunities, .listSolutions, .getEngagementInvitation,
            .listEngagementInvitations:
            read
        case .createOpportunity, .updateOpportunity, .associateOpportunity, .disassociateOpportunity,
            .rejectEngagementInvitation, .assignOpportunity, .startEngagementFromOpportunityTask,
            .startEngagementByAcceptingInvitationTask:
            write
        case .createEngagement: RequestLimit(perSecond: 15)
        case .startProspectingFromEngagementTask: RequestLimit(perSecond: 2)
        case .getProspectingFromEngagementTask: RequestLimit(perSecond: 100)
        case .listProspectingFromEngagementTasks: RequestLimit(perSecond: 50)
        default: nil
        }
    }
}

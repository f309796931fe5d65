import AWSJSON
import SellingWire

/// One operation's messages, read and written through its generated code.
struct Probe: Sendable {
    let name: String
    /// A request, read and written again.
    let rereadInput: @Sendable (String) throws -> String
    let rereadOutput: @Sendable (String) throws -> String
    /// An error of this code, read and written again without its code; nil where the operation does not model it.
    let rereadError: @Sendable (_ code: String, _ document: String) throws -> String?
    let placeholders: @Sendable () throws -> [(written: String, reread: String)]
    /// The violations of a request.
    let violations: @Sendable (String) throws -> [ConstraintViolation]
    /// A request as the request log shows it.
    let redactedInput: @Sendable (String) -> String?
    let redactedOutput: @Sendable (String) -> String?

    init<Contract: OperationContract>(_ contract: Contract.Type) {
        name = Contract.name
        rereadInput = { text(of: try parse(Contract.Input.self, $0).value) }
        rereadOutput = { text(of: try parse(Contract.Output.self, $0).value) }
        rereadError = { code, document in
            var reader = try JSONReader(Array(document.utf8))
            let failure = try Contract.Failure(code: code, from: &reader)
            return failure.map { String(decoding: $0.wireError.body(.pathStyle), as: UTF8.self) }
        }
        placeholders = {
            let written = (text(of: Contract.Input.placeholder), text(of: Contract.Output.placeholder))
            return [
                (written.0, text(of: try parse(Contract.Input.self, written.0).value)),
                (written.1, text(of: try parse(Contract.Output.self, written.1).value)),
            ]
        }
        violations = { try SellingWireTests.violations(in: Contract.Input.self, $0) }
        redactedInput = { Redaction.text(of: Array($0.utf8), as: Contract.Input.self) }
        redactedOutput = { Redaction.text(of: Array($0.utf8), as: Contract.Output.self) }
    }
}

extension Probe {
    static let all: [Probe] = [
        Probe(AcceptEngagementInvitation.self), Probe(AssignOpportunity.self), Probe(AssociateOpportunity.self),
        Probe(CreateEngagement.self), Probe(CreateEngagementContext.self), Probe(CreateEngagementInvitation.self),
        Probe(CreateOpportunity.self), Probe(CreateResourceSnapshot.self), Probe(CreateResourceSnapshotJob.self),
        Probe(DeleteResourceSnapshotJob.self), Probe(DisassociateOpportunity.self),
        Probe(GetAwsOpportunitySummary.self),
        Probe(GetEngagement.self), Probe(GetEngagementInvitation.self), Probe(GetOpportunity.self),
        Probe(GetProspectingFromEngagementTask.self), Probe(GetResourceSnapshot.self),
        Probe(GetResourceSnapshotJob.self),
        Probe(GetSellingSystemSettings.self), Probe(ListEngagementByAcceptingInvitationTasks.self),
        Probe(ListEngagementFromOpportunityTasks.self), Probe(ListEngagementInvitations.self),
        Probe(ListEngagementMembers.self),
        Probe(ListEngagementResourceAssociations.self), Probe(ListEngagements.self), Probe(ListOpportunities.self),
        Probe(ListOpportunityFromEngagementTasks.self), Probe(ListProspectingFromEngagementTasks.self),
        Probe(ListResourceSnapshotJobs.self), Probe(ListResourceSnapshots.self), Probe(ListSolutions.self),
        Probe(ListTagsForResource.self), Probe(PutSellingSystemSettings.self), Probe(RejectEngagementInvitation.self),
        Probe(StartEngagementByAcceptingInvitationTask.self), Probe(StartEngagementFromOpportunityTask.self),
        Probe(StartOpportunityFromEngagementTask.self), Probe(StartProspectingFromEngagementTask.self),
        Probe(StartResourceSnapshotJob.self), Probe(StopResourceSnapshotJob.self), Probe(SubmitOpportunity.self),
        Probe(TagResource.self), Probe(UntagResource.self), Probe(UpdateEngagementContext.self),
        Probe(UpdateOpportunity.self),
    ]
}

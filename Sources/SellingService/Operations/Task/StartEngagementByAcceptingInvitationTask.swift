import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Starts to accept an invitation to an opportunity: the caller joins the engagement and gets an opportunity of its own.
struct StartEngagementByAcceptingInvitationTaskOperation: Operation {
    typealias Contract = StartEngagementByAcceptingInvitationTask

    let environment: SellingEnvironment

    func run(
        _ input: StartEngagementByAcceptingInvitationTaskRequest,
        for call: Call
    ) async throws -> Answer<StartEngagementByAcceptingInvitationTaskResponse> {
        let repetitions = TagRules.repetitions(input.tags ?? [])
        guard repetitions.isEmpty else { throw Contract.Failure.refused(.violations(repetitions)) }
        let named = NamedInvitation(input.identifier, in: input.catalog, for: call, environment)
        let start = TaskStart<Contract>(
            environment: environment,
            idempotent: IdempotentCall(Contract.self, input, catalog: input.catalog, call),
            task: environment.newTask(
                .engagementByAcceptingInvitation,
                input.catalog,
                call,
                given: TaskProducts(invitation: named.identifier)
            ),
            document: input.encoded()
        )
        let task = try await start.run { transaction in
            guard let invitation = try named.find(in: transaction) else {
                throw Contract.Failure.refused(.invitationNotFound(input.identifier))
            }
            let violations = invitation.answerViolations(by: named.account) + invitation.taskViolations
            guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
            if let conflict = invitation.answerConflict(at: named.now) { throw Contract.Failure.refused(conflict) }
        }
        return .value(environment.response(task), remarks: task.remarks)
    }
}

extension SellingEnvironment {
    fileprivate func response(_ task: SellingTask) -> StartEngagementByAcceptingInvitationTaskResponse {
        StartEngagementByAcceptingInvitationTaskResponse(
            engagementInvitationId: task.products.invitation,
            message: task.failure?.message,
            opportunityId: task.products.opportunity,
            reasonCode: task.failure?.reason,
            resourceSnapshotJobId: task.products.snapshotJob,
            startTime: task.startedAt,
            taskArn: taskARN(task),
            taskId: task.identifier,
            taskStatus: task.status
        )
    }
}

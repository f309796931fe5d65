import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Starts to have AWS's models look at engagements of the caller's.
struct StartProspectingFromEngagementTaskOperation: Operation {
    typealias Contract = StartProspectingFromEngagementTask

    let environment: SellingEnvironment

    func run(
        _ input: StartProspectingFromEngagementTaskRequest,
        for call: Call
    ) async throws -> Answer<StartProspectingFromEngagementTaskResponse> {
        let new = environment.newTask(.prospectingFromEngagement, input.catalog, call)
        let start = TaskStart<Contract>(
            environment: environment,
            idempotent: IdempotentCall(Contract.self, input, catalog: input.catalog, call),
            task: new,
            document: GetProspectingFromEngagementTaskResponse(of: input, new, arn: environment.taskARN(new)).encoded(),
            name: input.taskName
        )
        // Undocumented: an engagement that the caller does not see could be refused here; it fails by itself instead.
        let task = try await start.run { _ in }
        guard let prospecting = try await environment.prospecting(task.key) else {
            throw StoreError.corrupt("the task \(task.identifier) has no document")
        }
        return .value(
            StartProspectingFromEngagementTaskResponse(
                identifiers: input.identifiers,
                message: prospecting.failure?.message,
                reasonCode: prospecting.failure?.reason.rawValue,
                startTime: prospecting.startTime,
                taskArn: prospecting.taskArn,
                taskId: prospecting.taskId,
                taskName: prospecting.taskName,
                taskStatus: prospecting.status
            )
        )
    }
}

extension SellingEnvironment {
    /// How a prospecting task stands; nil where there is none.
    func prospecting(_ key: TaskKey) async throws -> GetProspectingFromEngagementTaskResponse? {
        try await store.read { try TaskTable.document(in: $0, key) }
            .map { try GetProspectingFromEngagementTaskResponse(stored: $0) }
    }
}

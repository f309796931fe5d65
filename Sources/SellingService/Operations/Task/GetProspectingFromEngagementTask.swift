import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Answers how a prospecting task of the caller's stands, as it is stored.
struct GetProspectingFromEngagementTaskOperation: Operation {
    typealias Contract = GetProspectingFromEngagementTask

    let environment: SellingEnvironment

    func run(
        _ input: GetProspectingFromEngagementTaskRequest,
        for call: Call
    ) async throws -> Answer<GetProspectingFromEngagementTaskResponse> {
        let key = TaskKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            kind: .prospectingFromEngagement,
            identifier: input.taskIdentifier
        )
        guard let document = try await environment.store.read({ try TaskTable.document(in: $0, key) }) else {
            throw Contract.Failure.refused(.taskNotFound(input.taskIdentifier))
        }
        return .stored(document)
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Adds a context to an engagement that the caller is a member of.
struct CreateEngagementContextOperation: Operation {
    typealias Contract = CreateEngagementContext

    let environment: SellingEnvironment

    func run(
        _ input: CreateEngagementContextRequest,
        for call: Call
    ) async throws -> Answer<CreateEngagementContextResponse> {
        let violations = contextViolations(input.type, input.payload)
        guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
        let named = NamedEngagement(input.engagementIdentifier, in: input.catalog, for: call, environment)
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        let now = environment.now()
        let answer = try await environment.store.write { transaction in
            if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
            guard let engagement = try named.find(in: transaction) else {
                throw Contract.Failure.refused(
                    .engagementNotFound(input.engagementIdentifier, as: "engagementIdentifier")
                )
            }
            if let excess = engagement.contextExcess { throw Contract.Failure.refused(excess) }
            let changed = engagement.adding(input.payload, by: call.accountIdentifier, at: now)
            try changed.saveUpdate(in: transaction)
            return try idempotent.record(in: transaction, Self.response(changed))
        }
        return .stored(answer)
    }

    private static func response(_ engagement: Engagement) -> CreateEngagementContextResponse {
        CreateEngagementContextResponse(
            contextId: engagement.contexts.last?.id,
            engagementArn: engagement.arn,
            engagementId: engagement.identifier,
            engagementLastModifiedAt: engagement.modifiedAt
        )
    }
}

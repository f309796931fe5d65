import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Changes a context of an engagement that the caller is a member of.
struct UpdateEngagementContextOperation: Operation {
    typealias Contract = UpdateEngagementContext

    let environment: SellingEnvironment

    func run(
        _ input: UpdateEngagementContextRequest,
        for call: Call
    ) async throws -> Answer<UpdateEngagementContextResponse> {
        let update = ContextUpdate(input)
        guard update.violations.isEmpty else { throw Contract.Failure.refused(.violations(update.violations)) }
        let named = NamedEngagement(input.engagementIdentifier, in: input.catalog, for: call, environment)
        let now = environment.now()
        let engagement = try await environment.store.write { transaction in
            guard let engagement = try named.find(in: transaction) else {
                throw Contract.Failure.refused(
                    .engagementNotFound(input.engagementIdentifier, as: "engagementIdentifier")
                )
            }
            let changed = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try engagement.updating(update, by: call.accountIdentifier, at: now)
            }
            if let conflict = engagement.conflict(with: update) { throw Contract.Failure.refused(conflict) }
            if let excess = engagement.excess(of: update) { throw Contract.Failure.refused(excess) }
            try changed.saveUpdate(in: transaction)
            return changed
        }
        return .value(
            UpdateEngagementContextResponse(
                contextId: update.contextIdentifier,
                engagementArn: engagement.arn,
                engagementId: engagement.identifier,
                engagementLastModifiedAt: engagement.modifiedAt
            )
        )
    }
}

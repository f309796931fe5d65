import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Takes a snapshot of an opportunity of the caller's and shows it to the members of an engagement.
struct CreateResourceSnapshotOperation: Operation {
    typealias Contract = CreateResourceSnapshot

    let environment: SellingEnvironment

    func run(
        _ input: CreateResourceSnapshotRequest,
        for call: Call
    ) async throws -> Answer<CreateResourceSnapshotResponse> {
        let snapshots = OpportunitySnapshots(
            environment: environment,
            opportunity: OpportunityKey(
                account: call.accountIdentifier,
                catalog: input.catalog,
                identifier: input.resourceIdentifier
            ),
            engagement: input.engagementIdentifier,
            template: try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try SnapshotRules.template(named: input.resourceSnapshotTemplateIdentifier, for: input.resourceType)
            }
        )
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        let now = environment.now()
        let answer = try await environment.store.write { transaction in
            if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
            let opportunity = try snapshots.load(in: transaction, as: Contract.Failure.self)
            let taken = try snapshots.take(in: transaction, opportunity, at: now)
            return try idempotent.record(
                in: transaction,
                CreateResourceSnapshotResponse(arn: taken.arn, revision: taken.revision)
            )
        }
        return .stored(answer)
    }
}

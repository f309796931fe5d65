import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Creates an engagement whose first member is the caller.
struct CreateEngagementOperation: Operation {
    typealias Contract = CreateEngagement

    let environment: SellingEnvironment

    func run(_ input: CreateEngagementRequest, for call: Call) async throws -> Answer<CreateEngagementResponse> {
        let violations = creationViolations(input)
        guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
        let idempotent = IdempotentCall(Contract.self, input, catalog: input.catalog, call)
        let identifier = environment.newEngagementIdentifier()
        let engagement = Engagement(
            created: input,
            NewEngagementFacts(
                identifier: identifier,
                arn: environment.engagementARN(input.catalog, identifier),
                now: environment.now(),
                creator: call.accountIdentifier
            )
        )
        let answer = try await environment.store.write { transaction in
            if let answer = try idempotent.replayed(in: transaction, as: Contract.Failure.self) { return answer }
            try engagement.insert(in: transaction)
            return try idempotent.record(
                in: transaction,
                CreateEngagementResponse(
                    arn: engagement.arn,
                    id: engagement.identifier,
                    modifiedAt: engagement.modifiedAt
                )
            )
        }
        return .stored(answer)
    }
}

extension Engagement {
    /// Keeps a new engagement, and tells its creator.
    func insert(in transaction: some SQLWriting) throws {
        try EngagementTable.insert(in: transaction, self)
        try EngagementCreated(engagement: self).append(in: transaction, to: createdBy, at: createdAt)
    }
}

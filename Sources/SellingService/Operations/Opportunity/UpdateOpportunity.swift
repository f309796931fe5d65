import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// Replaces what the caller says of an opportunity, as far as the state of its review allows.
struct UpdateOpportunityOperation: Operation {
    typealias Contract = UpdateOpportunity

    let environment: SellingEnvironment

    func run(_ input: UpdateOpportunityRequest, for call: Call) async throws -> Answer<UpdateOpportunityResponse> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.identifier
        )
        let now = environment.now()
        let updated = try await environment.store.write { transaction in
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "identifier"))
            }
            guard opportunity.lastModifiedDate == input.lastModifiedDate else {
                throw Contract.Failure.staleRevision(of: opportunity, sent: input.lastModifiedDate)
            }
            let content = OpportunityContent(input)
            let setting = try environment.circumstances(of: key, saying: content, at: now, in: transaction)
            let updated = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try opportunity.updated(by: input, setting)
            }
            try save(updated.opportunity, before: opportunity, key, at: now, in: transaction)
            return updated
        }
        let opportunity = updated.opportunity
        return .value(
            UpdateOpportunityResponse(id: opportunity.id, lastModifiedDate: opportunity.lastModifiedDate),
            remarks: updated.emptied.map(Self.remark)
        )
    }

    /// The commonest mistake with a full replacement: a member that was read is not written back, and is gone.
    private static func remark(_ field: EmptiedField) -> Explanation {
        Explanation(
            RuleCatalogue.emptiedByOmission,
            fieldName: field.fieldName,
            offendingValue: field.value,
            wouldPass: "the value that GetOpportunity had answered, sent again"
        )
    }

    private func save(
        _ changed: GetOpportunityResponse,
        before opportunity: GetOpportunityResponse,
        _ key: OpportunityKey,
        at now: Timestamp,
        in transaction: WriteTransaction
    ) throws {
        if changed.reviewStatus != opportunity.reviewStatus {
            try environment.saveReview(of: key, changed, in: transaction)
        } else {
            try environment.saveChange(of: key, changed, in: transaction)
        }
        try ReviewPlanTable.follow(in: transaction, key, changed, before: opportunity, environment.reviews, at: now)
        guard let summary = try AWSOpportunityTable.find(in: transaction, key) else { return }
        let followed = summary.involved(changed)
        if followed != summary { try AWSOpportunityTable.put(in: transaction, key, followed) }
    }
}

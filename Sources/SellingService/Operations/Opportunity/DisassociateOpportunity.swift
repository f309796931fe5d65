import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Removes the association between an opportunity of the caller's and a related entity.
struct DisassociateOpportunityOperation: Operation {
    typealias Contract = DisassociateOpportunity

    let environment: SellingEnvironment

    func run(_ input: DisassociateOpportunityRequest, for call: Call) async throws -> Answer<NoOutput> {
        let key = OpportunityKey(
            account: call.accountIdentifier,
            catalog: input.catalog,
            identifier: input.opportunityIdentifier
        )
        let entity = RelatedEntity(input.relatedEntityType, input.relatedEntityIdentifier)
        let now = environment.now()
        try await environment.store.write { transaction in
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "opportunityIdentifier"))
            }
            let changed = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try opportunity.disassociating(entity, at: now)
            }
            try environment.saveChange(of: key, changed, in: transaction)
        }
        return .value(NoOutput())
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Associates a related entity with an opportunity of the caller's.
struct AssociateOpportunityOperation: Operation {
    typealias Contract = AssociateOpportunity

    let environment: SellingEnvironment

    func run(_ input: AssociateOpportunityRequest, for call: Call) async throws -> Answer<NoOutput> {
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
            if let refusal = try entityRefusal(entity, key, in: transaction) {
                throw Contract.Failure.refused(refusal)
            }
            let changed = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try opportunity.associating(entity, at: now)
            }
            guard let changed else { return }
            try OpportunityTable.update(in: transaction, key, changed)
            try OpportunityEvent.updated.append(in: transaction, key, at: changed.lastModifiedDate)
        }
        return .value(NoOutput())
    }

    /// Why this entity cannot be associated with anything of the caller's; nil where it can.
    private func entityRefusal(
        _ entity: RelatedEntity,
        _ key: OpportunityKey,
        in transaction: some SQLReading
    ) throws -> Refusal? {
        if let violation = identificationViolation(entity) { return .violations([violation]) }
        switch entity.type {
        case .solutions:
            let shelf = environment.solutionShelf(account: key.account, key.catalog)
            guard let solution = try SolutionTable.find(in: transaction, shelf, entity.identifier) else {
                return .entityNotFound(RuleCatalogue.solutionExists, entity)
            }
            return Solutions.associationViolation(solution).map { .violations([$0]) }
        case .awsProducts, .unrecognized:
            return nil
        case .awsMarketplaceOffers, .awsMarketplaceOfferSets, .awsMarketplaceSolutions, .awsMarketplaceProducts:
            let isKnown = try MarketplaceEntityTable.isKnown(
                in: transaction,
                account: key.account,
                key.catalog,
                entity.identifier
            )
            return isKnown ? nil : .entityNotFound(RuleCatalogue.marketplaceEntityExists, entity)
        }
    }
}

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
        // The form needs no data, and looking a mistaken product up takes long for the one thread that writes.
        let misnamed = identificationViolation(entity).map { [$0] } ?? []
        try await environment.store.write { transaction in
            guard let opportunity = try OpportunityTable.find(in: transaction, key) else {
                throw Contract.Failure.refused(.opportunityNotFound(key.identifier, as: "opportunityIdentifier"))
            }
            guard !opportunity.relatedEntityIdentifiers[entity.type].contains(entity.identifier) else { return }
            let unfit = try misnamed.isEmpty ? unfitness(of: entity, key, in: transaction) : misnamed
            let violations = unfit + opportunity.associationViolations(entity)
            guard violations.isEmpty else { throw Contract.Failure.refused(.violations(violations)) }
            let changed = try decide(as: Contract.Failure.self) { () throws(Refusal) in
                try opportunity.associating(entity, at: now)
            }
            guard let changed else { return }
            try environment.saveChange(of: key, changed, in: transaction)
        }
        return .value(NoOutput())
    }

    /// What keeps a well-named entity from being associated with anything of the caller's.
    ///
    /// - Throws: ResourceNotFoundException where there is no such entity.
    private func unfitness(
        of entity: RelatedEntity,
        _ key: OpportunityKey,
        in transaction: some SQLReading
    ) throws -> [RuleViolation] {
        switch entity.type {
        case .solutions:
            let shelf = environment.solutionShelf(account: key.account, key.catalog)
            guard let solution = try SolutionTable.find(in: transaction, shelf, entity.identifier) else {
                throw Contract.Failure.refused(.entityNotFound(RuleCatalogue.solutionExists, entity))
            }
            return Solutions.associationViolation(solution).map { [$0] } ?? []
        case .awsProducts, .unrecognized:
            return []
        case .awsMarketplaceOffers, .awsMarketplaceOfferSets, .awsMarketplaceSolutions, .awsMarketplaceProducts:
            let isKnown = try MarketplaceEntityTable.isKnown(
                in: transaction,
                account: key.account,
                key.catalog,
                entity.identifier
            )
            guard isKnown else {
                throw Contract.Failure.refused(.entityNotFound(RuleCatalogue.marketplaceEntityExists, entity))
            }
            return []
        }
    }
}

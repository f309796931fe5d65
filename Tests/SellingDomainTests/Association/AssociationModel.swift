import SellingDomain
import SellingShapes
import SmithyTypes

/// A change that a random walk tries.
enum AssociationChange {
    case add(RelatedEntity)
    case remove(RelatedEntity)

    var isRemoval: Bool { if case .remove = self { true } else { false } }
}

enum AssociationOutcome {
    case changed
    case unchanged
    case refused
}

/// What the rules made of a change.
struct AssociationStep {
    let change: AssociationChange
    let outcome: AssociationOutcome
    let refusal: Refusal?
    let after: GetOpportunityResponse

    init(_ change: AssociationChange, on opportunity: GetOpportunityResponse, at now: Timestamp) {
        self.change = change
        do throws(Refusal) {
            let changed =
                switch change {
                case .add(let entity): try opportunity.associating(entity, at: now)
                case .remove(let entity): try opportunity.disassociating(entity, at: now)
                }
            after = changed ?? opportunity
            outcome = changed == nil ? .unchanged : .changed
            refusal = nil
        } catch {
            after = opportunity
            outcome = .refused
            refusal = error
        }
    }
}

/// The rules of associations as one would tell them to a colleague: slow, plain, and written apart from the others.
struct AssociationModel {
    var lists: [RelatedEntityType: [String]]
    let requiresSolution: Bool

    init(_ opportunity: GetOpportunityResponse) {
        let pairs = RelatedEntityType.modelled.map { ($0, opportunity.relatedEntityIdentifiers[$0]) }
        lists = Dictionary(uniqueKeysWithValues: pairs)
        requiresSolution =
            opportunity.lifeCycle?.reviewStatus != .pendingSubmission
            || [.committed, .launched].contains(opportunity.lifeCycle?.stage)
    }

    mutating func apply(_ change: AssociationChange) -> AssociationOutcome {
        switch change {
        case .add(let entity): add(entity)
        case .remove(let entity): remove(entity)
        }
    }

    private mutating func add(_ entity: RelatedEntity) -> AssociationOutcome {
        let offers: Set<RelatedEntityType> = [.awsMarketplaceOffers, .awsMarketplaceOfferSets]
        let limit = offers.contains(entity.type) ? 1 : entity.type == .awsProducts ? 20 : 10
        if count([entity.type], entity.identifier) > 0 { return .unchanged }
        // Offers and offer sets together are at most one, which is their limit and their exclusion in one sentence.
        if count(offers.contains(entity.type) ? offers : [entity.type]) >= limit { return .refused }
        lists[entity.type, default: []].append(entity.identifier)
        return .changed
    }

    private mutating func remove(_ entity: RelatedEntity) -> AssociationOutcome {
        let solutions: Set<RelatedEntityType> = [.solutions, .awsMarketplaceSolutions, .awsMarketplaceProducts]
        if count([entity.type], entity.identifier) == 0 { return .refused }
        if requiresSolution, solutions.contains(entity.type), count(solutions) == 1 { return .refused }
        lists[entity.type]?.removeAll { $0 == entity.identifier }
        return .changed
    }

    private func count(_ types: Set<RelatedEntityType>, _ identifier: String? = nil) -> Int {
        types.flatMap { lists[$0] ?? [] }.count { identifier == nil || $0 == identifier }
    }
}

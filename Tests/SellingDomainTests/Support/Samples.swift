import SellingDomain
import SellingShapes
import SmithyTypes

extension GetOpportunityResponse {
    /// An opportunity where only what these rules look at matters.
    static func sample(
        _ reviewStatus: ReviewStatus? = .pendingSubmission,
        _ stage: Stage? = .prospect,
        with entities: [RelatedEntity] = [],
        modified milliseconds: Int64 = 1_000
    ) -> GetOpportunityResponse {
        var opportunity = GetOpportunityResponse(
            catalog: .sandbox,
            createdDate: Timestamp(millisecondsSinceEpoch: 0),
            id: "O1",
            lastModifiedDate: Timestamp(millisecondsSinceEpoch: milliseconds),
            lifeCycle: LifeCycle(reviewStatus: reviewStatus, stage: stage),
            relatedEntityIdentifiers: .none
        )
        for entity in entities { opportunity.relatedEntityIdentifiers[entity.type].append(entity.identifier) }
        return opportunity
    }
}

extension RelatedEntity {
    /// The `number`th entity of a type, named as that type is named.
    static func sample(_ type: RelatedEntityType, _ number: Int = 1) -> RelatedEntity {
        let arn = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"
        let identifier =
            switch type {
            case .solutions: "S-\(1_000_000 + number)"
            case .awsProducts: "Product\(number)"
            case .awsMarketplaceOffers: "\(arn)/Offer/offer-\(number)"
            case .awsMarketplaceOfferSets: "\(arn)/OfferSet/offerset-\(number)"
            case .awsMarketplaceSolutions: "\(arn)/Solution/soln-\(number)"
            case .awsMarketplaceProducts: "\(arn)/SaaSProduct/prod-\(number)"
            case .unrecognized(let value): "\(value)-\(number)"
            }
        return RelatedEntity(type, identifier)
    }
}

extension Timestamp {
    /// Later than any sample was modified.
    static let later = Timestamp(millisecondsSinceEpoch: 5_000)
}

/// Why a rule refuses; nil where it does not.
func refusal<Value>(of rule: () throws(Refusal) -> Value) -> Refusal? {
    do throws(Refusal) {
        _ = try rule()
        return nil
    } catch {
        return error
    }
}

extension Refusal {
    /// The violations; none where something was not found.
    var violations: [RuleViolation] {
        if case .violations(let violations) = self { violations } else { [] }
    }
}

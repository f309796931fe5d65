import SellingDomain
import SellingShapes
import Testing

/// Developer guide, associating.
@Suite("An opportunity has an offer or an offer set, never both")
struct OfferOrOfferSetTests {
    static let bothWays: [(has: RelatedEntityType, wants: RelatedEntityType)] = [
        (.awsMarketplaceOffers, .awsMarketplaceOfferSets),
        (.awsMarketplaceOfferSets, .awsMarketplaceOffers),
    ]

    @Test("the second kind is refused, naming the one that is there", arguments: bothWays)
    func secondKind(_ has: RelatedEntityType, _ wants: RelatedEntityType) throws {
        let opportunity = GetOpportunityResponse.sample(with: [.sample(has)])
        let violations =
            refusal { () throws(Refusal) in try opportunity.associating(.sample(wants), at: .later) }?.violations ?? []
        let violation = try #require(violations.first)
        #expect(violations.count == 1)
        #expect(violation.rule == RuleCatalogue.offerOrOfferSet)
        #expect(violation.code == .actionNotPermitted)
        #expect(violation.fieldName == "relatedEntityType")
        #expect(violation.offendingValue == wants.rawValue)
        #expect(violation.message.contains(has.rawValue))
        #expect(violation.wouldPass.contains(RelatedEntity.sample(has).identifier))
    }

    @Test("once the first kind is gone, the second may come", arguments: bothWays)
    func inTurn(_ has: RelatedEntityType, _ wants: RelatedEntityType) throws {
        let opportunity = GetOpportunityResponse.sample(with: [.sample(has)])
        let empty = try opportunity.disassociating(.sample(has), at: .later)
        let changed = try #require(try empty.associating(.sample(wants), at: .later))
        #expect(changed.relatedEntityIdentifiers[has].isEmpty)
        #expect(changed.relatedEntityIdentifiers[wants] == [RelatedEntity.sample(wants).identifier])
    }

    @Test("everything else goes with either", arguments: bothWays)
    func othersAreFree(_ has: RelatedEntityType, _ wants: RelatedEntityType) throws {
        let opportunity = GetOpportunityResponse.sample(with: [.sample(has)])
        for type in RelatedEntityType.modelled where type != has && type != wants {
            #expect(try opportunity.associating(.sample(type), at: .later) != nil, "\(type.rawValue)")
        }
    }

    @Test("a full opportunity of the other kind breaks both rules, and both are told together")
    func bothRulesTogether() {
        var opportunity = GetOpportunityResponse.sample(with: [.sample(.awsMarketplaceOffers)])
        opportunity.relatedEntityIdentifiers[.awsMarketplaceOfferSets] = ["left from an import"]
        let refused = refusal { () throws(Refusal) in
            try opportunity.associating(.sample(.awsMarketplaceOffers, 2), at: .later)
        }
        #expect(refused?.violations.map(\.rule) == [RuleCatalogue.associationLimit, RuleCatalogue.offerOrOfferSet])
    }
}

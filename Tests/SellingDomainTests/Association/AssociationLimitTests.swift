import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

/// Developer guide, quotas.
@Suite("How many entities an opportunity can be associated with")
struct AssociationLimitTests {
    static let limits: [(RelatedEntityType, Int)] = [
        (.solutions, 10),
        (.awsProducts, 20),
        (.awsMarketplaceOffers, 1),
        (.awsMarketplaceOfferSets, 1),
        (.awsMarketplaceSolutions, 10),
        (.awsMarketplaceProducts, 10),
    ]

    @Test("the table names every type of the model")
    func everyTypeHasALimit() {
        #expect(Set(Self.limits.map(\.0)) == Set(RelatedEntityType.modelled))
    }

    @Test("entities are accepted up to the limit, in the order in which they came", arguments: limits)
    func upToTheLimit(_ type: RelatedEntityType, _ limit: Int) throws {
        var opportunity = GetOpportunityResponse.sample()
        for number in 1...limit {
            opportunity = try #require(try opportunity.associating(.sample(type, number), at: .later))
        }
        let expected = (1...limit).map { RelatedEntity.sample(type, $0).identifier }
        #expect(opportunity.relatedEntityIdentifiers[type] == expected)
    }

    @Test("one more is too many, and the refusal says how many there can be", arguments: limits)
    func beyondTheLimit(_ type: RelatedEntityType, _ limit: Int) throws {
        let full = GetOpportunityResponse.sample(with: (1...limit).map { .sample(type, $0) })
        let oneMore = RelatedEntity.sample(type, limit + 1)
        let violations = refusal { () throws(Refusal) in try full.associating(oneMore, at: .later) }?.violations ?? []
        let violation = try #require(violations.first)
        #expect(violations.count == 1)
        #expect(violation.rule == RuleCatalogue.associationLimit)
        #expect(violation.code == .tooManyValues)
        #expect(violation.fieldName == "relatedEntityIdentifier")
        #expect(
            violation.message == "An opportunity can be associated with at most \(limit) \(type.rawValue)."
        )
        #expect(violation.offendingValue == oneMore.identifier)
    }

    @Test("the limit of one type leaves room for the others", arguments: limits)
    func limitsAreSeparate(_ type: RelatedEntityType, _ limit: Int) throws {
        let full = GetOpportunityResponse.sample(with: (1...limit).map { .sample(type, $0) })
        let offers: Set<RelatedEntityType> = [.awsMarketplaceOffers, .awsMarketplaceOfferSets]
        for other in RelatedEntityType.modelled where other != type && !offers.isSuperset(of: [type, other]) {
            #expect(try full.associating(.sample(other), at: .later) != nil, "\(other.rawValue)")
        }
    }

    @Test("an entity that is associated already is no change, even where there is no room", arguments: limits)
    func repeatedAssociation(_ type: RelatedEntityType, _ limit: Int) throws {
        let full = GetOpportunityResponse.sample(with: (1...limit).map { .sample(type, $0) })
        for number in 1...limit {
            #expect(try full.associating(.sample(type, number), at: .later) == nil)
        }
    }

    @Test("removing one makes room for another", arguments: limits)
    func roomIsMadeByRemoving(_ type: RelatedEntityType, _ limit: Int) throws {
        let full = GetOpportunityResponse.sample(with: (1...limit).map { .sample(type, $0) })
        let roomier = try full.disassociating(.sample(type, 1), at: .later)
        let changed = try #require(try roomier.associating(.sample(type, limit + 1), at: .later))
        let expected = (2...limit + 1).map { RelatedEntity.sample(type, $0).identifier }
        #expect(changed.relatedEntityIdentifiers[type] == expected)
    }

    @Test("a type that the model does not have has no room at all")
    func unknownType() {
        let entity = RelatedEntity.sample(.unrecognized("Spaceships"))
        let refused = refusal { () throws(Refusal) in
            try GetOpportunityResponse.sample().associating(entity, at: .later)
        }
        #expect(refused?.violations.map(\.code) == [.tooManyValues])
    }
}

import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("What can be disassociated")
struct DisassociationTests {
    @Test("an entity that is not associated is not found", arguments: RelatedEntityType.modelled)
    func absent(_ type: RelatedEntityType) {
        let opportunity = GetOpportunityResponse.sample(with: [.sample(type, 1)])
        let refused = refusal { () throws(Refusal) in try opportunity.disassociating(.sample(type, 2), at: .later) }
        #expect(
            refused
                == .notFound(
                    RuleCatalogue.associationExists,
                    fieldName: "relatedEntityIdentifier",
                    offendingValue: RelatedEntity.sample(type, 2).identifier
                )
        )
    }

    @Test("the right identifier under the wrong type is not found either", arguments: RelatedEntityType.modelled)
    func underAnotherType(_ type: RelatedEntityType) {
        let entity = RelatedEntity.sample(type)
        let opportunity = GetOpportunityResponse.sample(with: [entity])
        for other in RelatedEntityType.modelled where other != type {
            let misnamed = RelatedEntity(other, entity.identifier)
            let refused = refusal { () throws(Refusal) in try opportunity.disassociating(misnamed, at: .later) }
            #expect(refused != nil && refused?.violations.isEmpty == true, "\(other.rawValue)")
        }
    }

    @Test("identifiers are compared exactly")
    func exactly() {
        let opportunity = GetOpportunityResponse.sample(with: [RelatedEntity(.awsProducts, "AmazonS3")])
        for near in ["amazons3", "AmazonS3 ", "AmazonS", ""] {
            let entity = RelatedEntity(.awsProducts, near)
            #expect(
                refusal { () throws(Refusal) in try opportunity.disassociating(entity, at: .later) } != nil,
                "\(near)"
            )
        }
    }

    @Test("only the named one goes, and the others keep their order", arguments: RelatedEntityType.modelled)
    func theOthersStay(_ type: RelatedEntityType) throws {
        var opportunity = GetOpportunityResponse.sample()
        for each in RelatedEntityType.modelled { opportunity.relatedEntityIdentifiers[each] = ["a", "b", "c"] }
        let changed = try opportunity.disassociating(RelatedEntity(type, "b"), at: .later)
        for each in RelatedEntityType.modelled {
            #expect(changed.relatedEntityIdentifiers[each] == (each == type ? ["a", "c"] : ["a", "b", "c"]))
        }
    }

    @Test("the last one leaves an empty list behind, not an absent one: clients read it without asking")
    func emptyList() throws {
        let changed = try GetOpportunityResponse.sample(with: [.sample(.awsProducts)])
            .disassociating(.sample(.awsProducts), at: .later)
        #expect(changed.relatedEntityIdentifiers.awsProducts == [])
    }

    @Test("nothing but the lists and the date changes")
    func nothingElse() throws {
        let before = GetOpportunityResponse.sample(.approved, .launched, with: [.sample(.awsProducts)])
        var after = try before.disassociating(.sample(.awsProducts), at: .later)
        #expect(after.lastModifiedDate == .later)
        after.lastModifiedDate = before.lastModifiedDate
        after.relatedEntityIdentifiers = before.relatedEntityIdentifiers
        #expect(after == before)
    }
}

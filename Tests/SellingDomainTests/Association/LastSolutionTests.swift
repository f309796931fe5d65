import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

/// The DisassociateOpportunity page: "if it's the last remaining related entity that's required".
@Suite("When the last solution may be removed")
struct LastSolutionTests {
    /// Whether a solution is required, by review status alone.
    static let demandOfStatus: [(ReviewStatus, Bool)] = [
        (.pendingSubmission, false),
        (.submitted, true),
        (.inReview, true),
        (.approved, true),
        (.rejected, true),
        (.actionRequired, true),
    ]

    /// Whether a solution is required, by stage alone.
    static let demandOfStage: [(Stage, Bool)] = [
        (.prospect, false),
        (.qualified, false),
        (.technicalValidation, false),
        (.businessValidation, false),
        (.committed, true),
        (.launched, true),
        (.closedLost, false),
    ]

    /// What meets the demand, and what does not.
    static let solutionLike: [RelatedEntityType] = [.solutions, .awsMarketplaceSolutions, .awsMarketplaceProducts]
    static let others: [RelatedEntityType] = [.awsProducts, .awsMarketplaceOffers, .awsMarketplaceOfferSets]

    @Test("the tables name every status, stage and type")
    func tablesAreComplete() {
        #expect(Self.demandOfStatus.map(\.0) == ReviewStatus.modelled)
        #expect(Self.demandOfStage.map(\.0) == Stage.modelled)
        #expect(Set(Self.solutionLike + Self.others) == Set(RelatedEntityType.modelled))
    }

    @Test("alone, it stays where either the status or the stage demands one", arguments: demandOfStatus, demandOfStage)
    func alone(_ status: (ReviewStatus, Bool), _ stage: (Stage, Bool)) {
        for type in Self.solutionLike {
            let opportunity = GetOpportunityResponse.sample(status.0, stage.0, with: [.sample(type)])
            let refused = refusal { () throws(Refusal) in try opportunity.disassociating(.sample(type), at: .later) }
            #expect((refused != nil) == (status.1 || stage.1), "\(type.rawValue)")
        }
    }

    @Test("beside another of any kind that counts, it may always go", arguments: demandOfStatus, demandOfStage)
    func besideAnother(_ status: (ReviewStatus, Bool), _ stage: (Stage, Bool)) throws {
        for type in Self.solutionLike {
            for remaining in Self.solutionLike {
                let opportunity = GetOpportunityResponse.sample(
                    status.0,
                    stage.0,
                    with: [.sample(type, 1), .sample(remaining, 2)]
                )
                let changed = try opportunity.disassociating(.sample(type, 1), at: .later)
                #expect(
                    changed.relatedEntityIdentifiers[remaining] == [RelatedEntity.sample(remaining, 2).identifier],
                    "\(type.rawValue) beside \(remaining.rawValue)"
                )
            }
        }
    }

    @Test("products and offers beside it do not count", arguments: others)
    func besideSomethingElse(_ other: RelatedEntityType) {
        let opportunity = GetOpportunityResponse.sample(
            .submitted,
            .prospect,
            with: [.sample(.solutions), .sample(other)]
        )
        let refused = refusal { () throws(Refusal) in try opportunity.disassociating(.sample(.solutions), at: .later) }
        #expect(refused?.violations.map(\.rule) == [RuleCatalogue.lastSolution])
    }

    @Test("products and offers themselves may always go", arguments: others, demandOfStatus)
    func othersMayGo(_ other: RelatedEntityType, _ status: (ReviewStatus, Bool)) throws {
        let opportunity = GetOpportunityResponse.sample(status.0, .launched, with: [.sample(other)])
        let changed = try opportunity.disassociating(.sample(other), at: .later)
        #expect(changed.relatedEntityIdentifiers[other].isEmpty)
    }

    @Test("the refusal says what to do instead")
    func refusalSaysHow() throws {
        let opportunity = GetOpportunityResponse.sample(.approved, .prospect, with: [.sample(.solutions)])
        let refused = refusal { () throws(Refusal) in try opportunity.disassociating(.sample(.solutions), at: .later) }
        let violation = try #require(refused?.violations.first)
        #expect(violation.code == .actionNotPermitted)
        #expect(violation.fieldName == "relatedEntityIdentifier")
        #expect(violation.offendingValue == RelatedEntity.sample(.solutions).identifier)
        #expect(violation.message.contains("Associate its replacement first"))
    }

    @Test("the documented way of replacing it works: first the new one, then the old one away")
    func replacement() throws {
        let opportunity = GetOpportunityResponse.sample(.approved, .committed, with: [.sample(.solutions, 1)])
        let both = try #require(try opportunity.associating(.sample(.solutions, 2), at: .later))
        let replaced = try both.disassociating(.sample(.solutions, 1), at: .later)
        #expect(replaced.relatedEntityIdentifiers[.solutions] == [RelatedEntity.sample(.solutions, 2).identifier])
    }

    @Test("an opportunity without a review status is taken as submitted: nothing says that it is not")
    func withoutStatus() {
        let opportunity = GetOpportunityResponse.sample(nil, nil, with: [.sample(.solutions)])
        let refused = refusal { () throws(Refusal) in try opportunity.disassociating(.sample(.solutions), at: .later) }
        #expect(refused?.violations.map(\.rule) == [RuleCatalogue.lastSolution])
    }
}

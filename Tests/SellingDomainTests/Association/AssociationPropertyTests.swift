import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("Associations, by random sequences")
struct AssociationPropertyTests {
    static let seeds = 1...60

    @Test("associating and disassociating again restores every list", arguments: seeds)
    func thereAndBack(_ seed: Int) throws {
        var random = SeededGenerator(seed)
        let opportunity = walk(steps: 25, &random) { _, _ in }
        for type in RelatedEntityType.modelled {
            let entity = RelatedEntity.sample(type, 1_000)
            guard refusal(of: { () throws(Refusal) in try opportunity.associating(entity, at: .later) }) == nil
            else { continue }
            let there = try #require(try opportunity.associating(entity, at: .later))
            // A solution that is the first cannot be taken back where one is required.
            guard refusal(of: { () throws(Refusal) in try there.disassociating(entity, at: .later) }) == nil
            else { continue }
            let back = try there.disassociating(entity, at: .later)
            #expect(back.relatedEntityIdentifiers == opportunity.relatedEntityIdentifiers)
            #expect(back.lastModifiedDate > opportunity.lastModifiedDate)
        }
    }

    @Test("the rules agree with a model of four sentences", arguments: seeds)
    func agreesWithTheModel(_ seed: Int) {
        var random = SeededGenerator(seed)
        var model: AssociationModel?
        _ = walk(steps: 200, &random) { opportunity, step in
            var expected = model ?? AssociationModel(opportunity)
            let outcome = expected.apply(step.change)
            #expect(outcome == step.outcome, "step \(step)")
            #expect(expected.lists == AssociationModel(step.after).lists)
            model = expected
        }
    }

    @Test("a refused change changes nothing, and every refusal explains itself", arguments: seeds)
    func refusalsExplain(_ seed: Int) {
        var random = SeededGenerator(seed)
        _ = walk(steps: 200, &random) { before, step in
            guard step.outcome == .refused else { return }
            #expect(step.after == before)
            for violation in step.refusal?.violations ?? [] {
                #expect(RuleCatalogue.all.contains(violation.rule))
                #expect(!violation.message.isEmpty && !violation.wouldPass.isEmpty && !violation.fieldName.isEmpty)
            }
        }
    }

    @Test("the walks meet every outcome of every change, so that these tests test something")
    func walksAreVaried() {
        var met: Set<String> = []
        for seed in Self.seeds {
            var random = SeededGenerator(seed)
            _ = walk(steps: 200, &random) { _, step in met.insert("\(step.change.isRemoval) \(step.outcome)") }
        }
        #expect(met == ["false changed", "false unchanged", "false refused", "true changed", "true refused"])
    }

    /// Changes an opportunity of a random state at random, on a clock that jumps about, telling each step.
    private func walk(
        steps: Int,
        _ random: inout SeededGenerator,
        _ tell: (GetOpportunityResponse, AssociationStep) -> Void
    ) -> GetOpportunityResponse {
        var opportunity = GetOpportunityResponse.sample(
            ReviewStatus.modelled.randomElement(using: &random),
            Stage.modelled.randomElement(using: &random)
        )
        for _ in 0..<steps {
            let type = RelatedEntityType.modelled.randomElement(using: &random) ?? .solutions
            let entity = RelatedEntity.sample(type, Int.random(in: 1...type.associationLimit + 2, using: &random))
            let now = Timestamp(millisecondsSinceEpoch: Int64.random(in: 0...2_000, using: &random))
            let step = AssociationStep(
                Bool.random(using: &random) ? .remove(entity) : .add(entity),
                on: opportunity,
                at: now
            )
            tell(opportunity, step)
            opportunity = step.after
        }
        return opportunity
    }
}

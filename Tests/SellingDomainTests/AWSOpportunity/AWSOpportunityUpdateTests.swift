import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("AWS's own opportunity, changed by AWS")
struct AWSOpportunityUpdateTests {
    private static let stored = GetAwsOpportunitySummaryResponse(
        catalog: .sandbox,
        insights: AwsOpportunityInsights(engagementScore: .low, nextBestActions: "Call."),
        involvementType: .forVisibilityOnly,
        lifeCycle: AwsOpportunityLifeCycle(
            nextSteps: "Meet.",
            nextStepsHistory: [ProfileNextStepsHistory(time: Timestamp(millisecondsSinceEpoch: 1), value: "Meet.")],
            stage: .qualified,
            targetCloseDate: "2030-06-30"
        ),
        opportunityTeam: [AwsTeamMember(businessTitle: .pdm, email: "pdm@aws.example")],
        origin: .partnerReferral,
        relatedOpportunityId: "O1",
        visibility: .full
    )

    private static func updated(
        _ change: (inout GetAwsOpportunitySummaryResponse) -> Void
    ) throws -> GetAwsOpportunitySummaryResponse {
        var sent = GetAwsOpportunitySummaryResponse(catalog: .sandbox)
        change(&sent)
        return try stored.updated(by: sent, at: .later)
    }

    @Test("what is not named stays")
    func nothing() throws {
        #expect(try Self.updated { _ in } == Self.stored)
        #expect(try Self.updated { $0.lifeCycle = AwsOpportunityLifeCycle() } == Self.stored)
        #expect(try Self.updated { $0.insights = AwsOpportunityInsights() } == Self.stored)
    }

    @Test("the stage changes, and the rest of the life cycle stays")
    func stage() throws {
        let changed = try Self.updated { $0.lifeCycle = AwsOpportunityLifeCycle(stage: .committed) }
        var expected = Self.stored
        expected.lifeCycle?.stage = .committed
        #expect(changed == expected)
    }

    @Test("new next steps go into the history, the same ones do not again")
    func nextSteps() throws {
        let changed = try Self.updated { $0.lifeCycle = AwsOpportunityLifeCycle(nextSteps: "Sign.") }
        #expect(changed.lifeCycle?.nextSteps == "Sign.")
        #expect(changed.lifeCycle?.nextStepsHistory?.map(\.value) == ["Meet.", "Sign."])
        #expect(changed.lifeCycle?.nextStepsHistory?.last?.time == .later)
        #expect(try Self.updated { $0.lifeCycle = AwsOpportunityLifeCycle(nextSteps: "Meet.") } == Self.stored)
    }

    @Test("of the history, the last 50 are kept; one that is sent takes its place")
    func history() throws {
        var summary = Self.stored
        for number in 0..<60 {
            var sent = GetAwsOpportunitySummaryResponse(catalog: .sandbox)
            sent.lifeCycle = AwsOpportunityLifeCycle(nextSteps: "Step \(number).")
            summary = try summary.updated(by: sent, at: .later)
        }
        #expect(summary.lifeCycle?.nextStepsHistory?.count == 50)
        #expect(summary.lifeCycle?.nextStepsHistory?.last?.value == "Step 59.")
        let own = [ProfileNextStepsHistory(time: .later, value: "All of it.")]
        let changed = try Self.updated {
            $0.lifeCycle = AwsOpportunityLifeCycle(nextSteps: "Sign.", nextStepsHistory: own)
        }
        #expect(changed.lifeCycle?.nextStepsHistory == own)
    }

    @Test("the reason of a lost deal goes with its stage")
    func lost() throws {
        let lost = try Self.updated {
            $0.lifeCycle = AwsOpportunityLifeCycle(closedLostReason: .customerDataRequirement, stage: .closedLost)
        }
        #expect(lost.lifeCycle?.closedLostReason == .customerDataRequirement)
        var sent = GetAwsOpportunitySummaryResponse(catalog: .sandbox)
        sent.lifeCycle = AwsOpportunityLifeCycle(nextSteps: "Ask why.")
        #expect(try lost.updated(by: sent, at: .later).lifeCycle?.closedLostReason == .customerDataRequirement)
        sent.lifeCycle = AwsOpportunityLifeCycle(stage: .prospect)
        #expect(try lost.updated(by: sent, at: .later).lifeCycle?.closedLostReason == nil)
    }

    @Test("involvement, team and insights are AWS's to change")
    func others() throws {
        let changed = try Self.updated {
            $0.involvementType = .coSell
            $0.involvementTypeChangeReason = .customerRequested
            $0.opportunityTeam = []
            $0.insights = AwsOpportunityInsights(engagementScore: .high)
        }
        #expect(changed.involvementType == .coSell)
        #expect(changed.involvementTypeChangeReason == .customerRequested)
        #expect(changed.opportunityTeam == [])
        #expect(changed.insights == AwsOpportunityInsights(engagementScore: .high, nextBestActions: "Call."))
    }

    @Test("which opportunity it is cannot be changed; saying it as it is, can")
    func identity() throws {
        let other = GetAwsOpportunitySummaryResponse(
            catalog: .aws,
            origin: .awsReferral,
            relatedOpportunityId: "O2"
        )
        let violations = refusal { () throws(Refusal) in try Self.stored.updated(by: other, at: .later) }?.violations
        #expect(violations?.map(\.fieldName) == ["catalog", "origin", "relatedOpportunityId"])
        #expect(violations?.allSatisfy { $0.rule == RuleCatalogue.awsOpportunityIdentity } == true)
        let same = try Self.updated {
            $0.origin = .partnerReferral
            $0.relatedOpportunityId = "O1"
        }
        #expect(same == Self.stored)
    }
}

import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("UpdateOpportunity, a full replacement")
struct OpportunityUpdateTests {
    static let unlocked: [ReviewStatus] = [.pendingSubmission, .actionRequired, .approved]

    @Test("an echo changes nothing but the date", arguments: ReviewStatus.modelled, CatalogIdentifier.modelled)
    func echo(_ state: ReviewStatus, _ catalog: CatalogIdentifier) throws {
        let stored = GetOpportunityResponse.complete(state, in: catalog)
        let updated = try stored.updated(by: stored.echo, .sample())
        var expected = stored
        expected.lastModifiedDate = updated.opportunity.lastModifiedDate
        // Whoever answers AWS's question submits again.
        if state == .actionRequired { expected.lifeCycle?.reviewStatus = .submitted }
        #expect(updated.opportunity == expected)
        #expect(updated.opportunity.lastModifiedDate > stored.lastModifiedDate)
        #expect(updated.emptied.isEmpty)
    }

    @Test("a member that a draft leaves out is emptied, and remarked", arguments: FieldChange.all)
    func emptied(_ change: FieldChange) throws {
        let stored = GetOpportunityResponse.complete()
        var request = stored.echo
        change.omit(&request)
        let updated = try stored.updated(by: request, .sample())
        // The stage stays until submission; a type is always told.
        let stays = change.fieldName == "lifeCycle.stage"
        #expect(updated.emptied.map(\.fieldName) == (stays ? [] : [change.fieldName]))
    }

    @Test("a change is what is read afterwards", arguments: FieldChange.all)
    func kept(_ change: FieldChange) throws {
        guard change.fieldName != "lifeCycle.stage" else { return }
        let stored = GetOpportunityResponse.complete()
        var request = stored.echo
        change.change(&request)
        var said = OpportunityContent(try stored.updated(by: request, .sample()).opportunity)
        said.lifeCycle?.nextStepsHistory = request.lifeCycle?.nextStepsHistory
        #expect(said == OpportunityContent(request))
    }

    @Test("nothing but what identifies it makes a draft a skeleton again")
    func skeleton() throws {
        let stored = GetOpportunityResponse.complete()
        let request = UpdateOpportunityRequest(
            catalog: .sandbox,
            identifier: stored.id,
            lastModifiedDate: stored.lastModifiedDate
        )
        let updated = try stored.updated(by: request, .sample()).opportunity
        #expect(updated.customer == nil && updated.project == nil && updated.softwareRevenue == nil)
        #expect(updated.marketing == Marketing(source: MarketingSource.none))
        #expect(updated.lifeCycle?.stage == .qualified)
        #expect(updated.lifeCycle?.nextSteps == nil)
        #expect(updated.lifeCycle?.nextStepsHistory == stored.lifeCycle?.nextStepsHistory)
        #expect(updated.opportunityTeam == stored.opportunityTeam)
        #expect(updated.relatedEntityIdentifiers == stored.relatedEntityIdentifiers)
        #expect(updated.createdDate == stored.createdDate && updated.arn == stored.arn)
    }

    @Test("next steps that change are remembered, the last fifty")
    func history() throws {
        var opportunity = GetOpportunityResponse.complete()
        for number in 1...60 {
            var request = opportunity.echo
            request.lifeCycle?.nextSteps = "Step \(number / 2)"
            request.lifeCycle?.nextStepsHistory = nil
            opportunity = try opportunity.updated(by: request, .sample()).opportunity
        }
        let history = opportunity.lifeCycle?.nextStepsHistory ?? []
        #expect(history.last?.value == "Step 30")
        #expect(history.first?.value == "Call them.")
        #expect(history.count == 32)
        for number in 100...200 {
            var request = opportunity.echo
            request.lifeCycle?.nextSteps = "Step \(number)"
            opportunity = try opportunity.updated(by: request, .sample()).opportunity
        }
        #expect(opportunity.lifeCycle?.nextStepsHistory?.count == 50)
        #expect(opportunity.lifeCycle?.nextStepsHistory?.first?.value == "Step 151")
    }

    @Test("what is AWS's to say is not taken from a partner")
    func reviewers() throws {
        var stored = GetOpportunityResponse.complete(.approved)
        stored.lifeCycle?.reviewComments = "Good."
        stored.lifeCycle?.reviewStatusReason = "Fine"
        var request = stored.echo
        request.lifeCycle?.reviewComments = "Bad."
        request.lifeCycle?.reviewStatusReason = "Bad"
        request.lifeCycle?.nextStepsHistory = []
        let updated = try stored.updated(by: request, .sample()).opportunity
        #expect(updated.lifeCycle == stored.lifeCycle)
    }

    @Test("from submission on, what was demanded then cannot be emptied", arguments: ["project.customerUseCase"])
    func demanded(_ field: String) {
        let stored = GetOpportunityResponse.complete(.approved)
        var request = stored.echo
        request.project?.customerUseCase = nil
        request.lifeCycle?.stage = nil
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        #expect(refused?.violations.map(\.fieldName) == ["lifeCycle.stage", field])
        #expect(refused?.violations.allSatisfy { $0.code == .requiredFieldMissing } == true)
    }

    @Test("a co-sell opportunity keeps a need, said or not")
    func coSellStays() {
        let stored = GetOpportunityResponse.complete(.approved)
        for needs in [nil, [], [PrimaryNeedFromAws.doNotNeedSupportFromAwsSalesRep]] {
            var request = stored.echo
            request.primaryNeedsFromAws = needs
            let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
            #expect(refused?.violations.map(\.rule).contains(RuleCatalogue.coSellStays) == true)
        }
    }

    @Test("one for visibility only becomes co-sell with what AWS's sellers need")
    func coSellNeeds() throws {
        var stored = GetOpportunityResponse.complete(.approved)
        stored.primaryNeedsFromAws = [.doNotNeedSupportFromAwsSalesRep]
        var request = stored.echo
        request.primaryNeedsFromAws = [.coSellDealSupport]
        _ = try stored.updated(by: request, .sample())
        request.lifeCycle?.nextSteps = nil
        request.customer?.contacts = []
        request.project?.salesActivities = nil
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        let fields = Set(refused?.violations.map(\.fieldName) ?? [])
        #expect(fields == ["project.salesActivities", "lifeCycle.nextSteps", "customer.contacts"])
    }

    @Test("a correction is held to everything that a submission is")
    func correction() throws {
        let stored = GetOpportunityResponse.complete(.actionRequired)
        var request = stored.echo
        request.project?.customerBusinessProblem = nil
        request.lifeCycle?.targetCloseDate = "2025-01-01"
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        #expect(
            refused?.violations.map(\.fieldName) == ["project.customerBusinessProblem", "lifeCycle.targetCloseDate"]
        )
    }

    @Test("in Sandbox as observed a draft's date is in the future and its marketing in order")
    func observed() {
        let stored = GetOpportunityResponse.complete()
        var request = stored.echo
        request.lifeCycle?.targetCloseDate = "2026-01-01"
        request.marketing?.source = MarketingSource.none
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample(.observed)) }
        #expect(
            Set(refused?.violations.map(\.rule) ?? [])
                == [RuleCatalogue.observedCloseDate, RuleCatalogue.observedEarlyConditions]
        )
    }

    @Test("what was tolerated before is demanded when its stage is reached", arguments: [Stage.committed, .launched])
    func demandedAnew(_ stage: Stage) throws {
        // AWS refers opportunities without a solution; up to Committed nobody minds.
        var stored = GetOpportunityResponse.complete(.approved, .qualified)
        stored.relatedEntityIdentifiers = .none
        var request = stored.echo
        request.lifeCycle?.stage = .businessValidation
        _ = try stored.updated(by: request, .sample())
        request.lifeCycle?.stage = stage
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        #expect(refused?.violations.map(\.fieldName) == ["relatedEntityIdentifiers.solutions"])
    }

    @Test("a refusal does not tell what is stored: the log may not show it")
    func discreet() {
        let stored = GetOpportunityResponse.complete(.approved)
        var request = stored.echo
        request.project?.title = "Another"
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        #expect(refused?.violations.map(\.wouldPass) == ["the value that is stored, or no value"])
    }
}

import SellingDomain
import SellingShapes
import Testing

@Suite("Submitting and assigning an opportunity")
struct OpportunitySubmissionTests {
    static let coSell = OpportunitySubmission(involvement: .coSell, visibility: nil)
    static let visibilityOnly = OpportunitySubmission(involvement: .forVisibilityOnly, visibility: .limited)

    @Test("is for what is pending or wants a correction", arguments: ReviewStatus.modelled)
    func states(_ state: ReviewStatus) {
        let opportunity = GetOpportunityResponse.complete(state)
        let refused = refusal { () throws(Refusal) in try opportunity.submitted(as: Self.coSell, .sample()) }
        let isAccepted = [.pendingSubmission, .actionRequired].contains(state)
        #expect(refused?.violations.map(\.rule) == (isAccepted ? nil : [RuleCatalogue.submittableState]))
        #expect(isAccepted || refused?.violations.map(\.code) == [.invalidResourceState])
    }

    @Test("locks the opportunity and changes nothing else of a co-sell one")
    func coSell() throws {
        let opportunity = GetOpportunityResponse.complete()
        let submitted = try opportunity.submitted(as: Self.coSell, .sample())
        var expected = opportunity
        expected.lifeCycle?.reviewStatus = .submitted
        expected.lastModifiedDate = submitted.lastModifiedDate
        #expect(submitted == expected)
        #expect(submitted.lastModifiedDate > opportunity.lastModifiedDate)
    }

    @Test("for visibility only, it says that no support is needed, as captured")
    func visibilityOnly() throws {
        let submitted = try GetOpportunityResponse.complete().submitted(as: Self.visibilityOnly, .sample())
        #expect(submitted.primaryNeedsFromAws == [.doNotNeedSupportFromAwsSalesRep])
    }

    @Test("is not for what was lost")
    func lost() {
        var opportunity = GetOpportunityResponse.complete(.pendingSubmission, .closedLost)
        opportunity.lifeCycle?.closedLostReason = .price
        let violations = opportunity.submissionViolations(Self.coSell, .sample())
        #expect(violations.map(\.rule) == [RuleCatalogue.closedLostAtSubmission])
    }

    @Test("AWS's own opportunity shows involvement, visibility and a life cycle once submitted")
    func summary() throws {
        let opportunity = GetOpportunityResponse.complete()
        let before = GetAwsOpportunitySummaryResponse(before: opportunity, origin: .partnerReferral)
        #expect(before.involvementType == nil && before.visibility == nil && before.lifeCycle == nil)
        #expect(before.relatedOpportunityId == "O1" && before.origin == .partnerReferral)
        let after = GetAwsOpportunitySummaryResponse(of: opportunity, origin: .partnerReferral, Self.visibilityOnly)
        #expect(after.involvementType == .forVisibilityOnly && after.visibility == .limited)
        #expect(after.lifeCycle?.targetCloseDate == "2030-06-30")
        #expect(after.customer?.contacts == opportunity.customer?.contacts)
        #expect(after.project?.expectedCustomerSpend == opportunity.project?.expectedCustomerSpend)
        #expect(after.opportunityTeam == nil)
        #expect(after.reviewed(.approved).opportunityTeam?.map(\.businessTitle) == [.pdm])
        #expect(after.reviewed(.rejected) == after)
        #expect(after.involved(opportunity).involvementType == .coSell)
    }

    @Test("a submission after a correction leaves AWS's own words")
    func resubmission() {
        let opportunity = GetOpportunityResponse.complete()
        var summary = GetAwsOpportunitySummaryResponse(of: opportunity, origin: .partnerReferral, Self.visibilityOnly)
        summary.lifeCycle?.nextSteps = "We call them."
        let after = summary.resubmitted(opportunity, Self.coSell)
        #expect(after.involvementType == .coSell && after.visibility == .full)
        #expect(after.lifeCycle?.nextSteps == "We call them.")
    }

    @Test("an owner is a user of the account's, with the names of the profile")
    func owner() {
        let user = PartnerUser(email: "a@b.example", firstName: "A", lastName: "B", phone: "+1", isAllianceLead: false)
        let opportunity = GetOpportunityResponse.complete()
        let assigned = opportunity.assigned(to: user, phone: nil, at: .later)
        #expect(assigned.opportunityTeam?.map(\.firstName) == ["A"])
        #expect(assigned.opportunityTeam?.first?.businessTitle == "OpportunityOwner")
        #expect(assigned.opportunityTeam?.first?.phone == "+1")
        #expect(assigned.lastModifiedDate == .later)
    }

    @Test("another title, or a stranger, is refused; both together")
    func strangers() {
        let assignee = AssigneeContact(
            businessTitle: "OpportunityOwner",
            email: "who@b.example",
            firstName: "W",
            lastName: "O"
        )
        let violations = assignmentViolations(assignee, nil)
        #expect(violations.map(\.fieldName) == ["assignee.businessTitle", "assignee.email"])
        #expect(violations.last?.message == "User not found for Opportunity Owner email:who@b.example")
    }
}

import SellingDomain
import SellingShapes
import Testing

@Suite("What UpdateOpportunity may change, by review state")
struct EditWindowTests {
    static let shut: Set<ReviewStatus> = [.submitted, .inReview, .rejected]

    /// AWS's list for Action Required.
    static let correctable: Set = [
        "customer.account.address.city", "customer.account.address.countryCode", "customer.account.address.postalCode",
        "customer.account.address.stateOrRegion", "customer.account.address.streetAddress",
        "customer.account.websiteUrl", "lifeCycle.targetCloseDate", "project.expectedCustomerSpend",
        "project.customerBusinessProblem", "partnerOpportunityIdentifier",
    ]

    /// AWS's list for Approved, of what stays.
    static let frozen: Set = [
        "customer.account.address.countryCode", "customer.account.address.postalCode", "customer.account.industry",
        "customer.account.websiteUrl", "project.customerBusinessProblem", "partnerOpportunityIdentifier",
        "project.title",
    ]

    static func mayChange(_ field: String, in state: ReviewStatus) -> Bool {
        switch state {
        case .pendingSubmission: field != "lifeCycle.stage"
        case .actionRequired: correctable.contains(field)
        case .approved: !frozen.contains(field)
        default: false
        }
    }

    static func refusedFields(
        _ change: FieldChange,
        _ state: ReviewStatus,
        _ catalog: CatalogIdentifier
    ) -> [String] {
        let stored = GetOpportunityResponse.complete(state, in: catalog)
        var request = stored.echo
        change.change(&request)
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        return refused?.violations.filter { $0.code == .actionNotPermitted }.map(\.fieldName) ?? []
    }

    @Test("every member, in every state and both catalogs", arguments: FieldChange.all, ReviewStatus.modelled)
    func everyMember(_ change: FieldChange, _ state: ReviewStatus) {
        for catalog in CatalogIdentifier.modelled {
            let isRefused = Self.refusedFields(change, state, catalog).contains(change.fieldName)
            #expect(isRefused != Self.mayChange(change.fieldName, in: state), "\(catalog)")
        }
    }

    @Test("the table of changes names every member there is, but those that nothing complete can say")
    func complete() {
        let names = Set(OpportunityField.all.map(\.name))
        let changed = Set(FieldChange.all.map(\.fieldName))
        #expect(changed.isSubset(of: names))
        // A duration needs a contract, a partition the euro, a reason a loss; the others would empty what they stand by.
        #expect(
            names.subtracting(changed) == [
                "nationalSecurity", "project.expectedContractDuration", "project.awsPartition",
                "lifeCycle.closedLostReason", "marketing.source", "marketing.awsFundingUsed",
            ]
        )
    }

    @Test("a frozen member that is left out keeps its value", arguments: FieldChange.all, ReviewStatus.modelled)
    func omission(_ change: FieldChange, _ state: ReviewStatus) throws {
        guard !Self.mayChange(change.fieldName, in: state) else { return }
        let stored = GetOpportunityResponse.complete(state)
        var request = stored.echo
        change.omit(&request)
        let updated = try stored.updated(by: request, .sample())
        #expect(updated.emptied.isEmpty)
        #expect(OpportunityContent(updated.opportunity).withoutReview == OpportunityContent(stored).withoutReview)
    }

    @Test("everything that is refused is told at once, by its path")
    func atOnce() {
        let stored = GetOpportunityResponse.complete(.approved)
        var request = stored.echo
        for change in FieldChange.all where Self.frozen.contains(change.fieldName) { change.change(&request) }
        let refused = refusal { () throws(Refusal) in try stored.updated(by: request, .sample()) }
        let refusedFields = Set(refused?.violations.map(\.fieldName) ?? [])
        #expect(refusedFields.isSuperset(of: Self.frozen))
    }

    @Test("a state that the model does not list lets nothing through")
    func unknownState() {
        #expect(EditWindow.of(.unrecognized("Lost")).isShut)
    }

    @Test("nothing at all is a legal update of a locked opportunity, and changes nothing", arguments: shut)
    func nothing(_ state: ReviewStatus) throws {
        let stored = GetOpportunityResponse.complete(state)
        let request = UpdateOpportunityRequest(
            catalog: .sandbox,
            identifier: stored.id,
            lastModifiedDate: stored.lastModifiedDate
        )
        let updated = try stored.updated(by: request, .sample()).opportunity
        #expect(OpportunityContent(updated) == OpportunityContent(stored))
    }

    @Test("in Sandbox as observed, not even an echo is taken while locked", arguments: shut)
    func observed(_ state: ReviewStatus) {
        let stored = GetOpportunityResponse.complete(state)
        let refused = refusal { () throws(Refusal) in try stored.updated(by: stored.echo, .sample(.observed)) }
        #expect(refused?.violations.map(\.rule) == [RuleCatalogue.observedLock])
    }
}

extension OpportunityContent {
    /// Without what a correction itself changes.
    var withoutReview: OpportunityContent {
        var content = self
        content.lifeCycle?.reviewStatus = nil
        return content
    }
}

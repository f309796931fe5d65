import SellingDomain
import SellingShapes
import Testing

@Suite("The review of an opportunity")
struct ReviewLifecycleTests {
    /// Row: from; columns: to, in the model's order (Pending Submission, Submitted, In review, Approved, Rejected,
    /// Action Required). `s` by submission, `c` by correction, `r` by AWS's reviewer, `p` by a partner playing it.
    static let table: [(ReviewStatus, [String])] = [
        (.pendingSubmission, ["", "s", "", "", "", ""]),
        (.submitted, ["", "", "rp", "rp", "rp", "rp"]),
        (.inReview, ["", "", "", "rp", "rp", "rp"]),
        (.approved, ["", "", "p", "", "rp", "rp"]),
        (.rejected, ["", "", "p", "rp", "", "rp"]),
        (.actionRequired, ["", "sc", "p", "rp", "rp", ""]),
    ]

    static let letters: [(ReviewActor, Character)] = [
        (.submission, "s"), (.correction, "c"), (.reviewer, "r"), (.simulatedReviewer, "p"),
    ]

    @Test("moves as the table says, and in no other way", arguments: table)
    func moves(_ row: (ReviewStatus, [String])) {
        for (to, marks) in zip(ReviewStatus.modelled, row.1) {
            for (actor, letter) in Self.letters {
                #expect(ReviewLifecycle.allows(row.0, to, by: actor) == marks.contains(letter), "\(to) \(actor)")
            }
        }
    }

    @Test("can be asked for in two states")
    func submittable() {
        #expect(ReviewLifecycle.submittable == [.pendingSubmission, .actionRequired])
    }

    @Test(
        "an update's ReviewStatus is a decision in Sandbox alone, after submission alone",
        arguments: ReviewStatus.modelled,
        ReviewStatus.modelled
    )
    func simulation(_ stored: ReviewStatus, _ sent: ReviewStatus) throws {
        for catalog in CatalogIdentifier.modelled {
            let opportunity = GetOpportunityResponse.complete(stored, in: catalog)
            var request = opportunity.echo
            request.lifeCycle?.reviewStatus = sent
            request.lifeCycle?.reviewComments = "Because."
            let after = try opportunity.updated(by: request, .sample()).opportunity.lifeCycle
            let isDecision = catalog == .sandbox && ReviewLifecycle.allows(stored, sent, by: .simulatedReviewer)
            let otherwise: ReviewStatus = stored == .actionRequired ? .submitted : stored
            #expect(after?.reviewStatus == (isDecision ? sent : otherwise))
            #expect(after?.reviewComments == (isDecision ? "Because." : nil))
        }
    }

    @Test(
        "a reviewer's decision is kept with comments and reason, and moves the date",
        arguments: [CatalogIdentifier.aws]
    )
    func decision(_ catalog: CatalogIdentifier) throws {
        let submitted = GetOpportunityResponse.complete(.submitted, in: catalog)
        let decision = ReviewDecision(.actionRequired, comments: "Which site?", reason: "Incomplete")
        let after = try submitted.reviewed(decision, .sample())
        #expect(after.lifeCycle?.reviewStatus == .actionRequired)
        #expect(after.lifeCycle?.reviewComments == "Which site?")
        #expect(after.lifeCycle?.reviewStatusReason == "Incomplete")
        #expect(after.lastModifiedDate > submitted.lastModifiedDate)
    }

    @Test("nothing is decided on what was not submitted")
    func undecidable() {
        let pending = GetOpportunityResponse.complete(.pendingSubmission)
        for status in ReviewStatus.modelled {
            let refused = refusal { () throws(Refusal) in try pending.reviewed(ReviewDecision(status), .sample()) }
            #expect(refused?.violations.map(\.rule) == [RuleCatalogue.reviewMove])
        }
    }
}

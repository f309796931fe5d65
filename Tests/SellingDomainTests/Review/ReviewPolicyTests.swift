import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("How AWS's reviewer acts by itself")
struct ReviewPolicyTests {
    private static let day = CalendarDuration(days: 1)
    private static let approval = ReviewStep(after: day, decision: ReviewDecision(.approved))
    private static let rejection = ReviewStep(after: day, decision: ReviewDecision(.rejected))

    /// An opportunity called "Pattern Archive" for "Acme Weaving", in Sandbox.
    private static var opportunity: GetOpportunityResponse {
        var opportunity = GetOpportunityResponse.sample()
        opportunity.project = Project(title: "Pattern Archive")
        opportunity.customer = Customer(account: Account(companyName: "Acme Weaving"))
        return opportunity
    }

    static let conditions: [(SubmissionCondition, holds: Bool)] = [
        (SubmissionCondition(), true),
        (SubmissionCondition(titleContains: "archive"), true),
        (SubmissionCondition(titleContains: "PATTERN A"), true),
        (SubmissionCondition(titleContains: "tape"), false),
        (SubmissionCondition(companyContains: "acme"), true),
        (SubmissionCondition(companyContains: "Pattern"), false),
        (SubmissionCondition(accountIdentifier: "111122223333"), true),
        (SubmissionCondition(accountIdentifier: "444455556666"), false),
        (SubmissionCondition(catalog: .sandbox), true),
        (SubmissionCondition(catalog: .aws), false),
        (SubmissionCondition(titleContains: "archive", companyContains: "weaving", catalog: .sandbox), true),
        (SubmissionCondition(titleContains: "archive", companyContains: "knitting"), false),
    ]

    @Test("a condition holds where all that it says does", arguments: conditions)
    func condition(_ condition: SubmissionCondition, _ holds: Bool) {
        let policy = ReviewPolicy(
            rules: [ReviewRule(condition: condition, steps: [Self.rejection])],
            approvedAfter: Self.day
        )
        let expected = holds ? Self.rejection : Self.approval
        #expect(policy.steps(for: Self.opportunity, account: "111122223333") == [expected])
    }

    @Test("a condition on a title does not hold where there is none")
    func noTitle() {
        let rule = ReviewRule(condition: SubmissionCondition(titleContains: "a"), steps: [Self.rejection])
        let policy = ReviewPolicy(rules: [rule], approvedAfter: nil)
        #expect(policy.steps(for: .sample(), account: "111122223333").isEmpty)
    }

    @Test("the first rule that is about a submission decides, one without steps too")
    func first() {
        let rules = [
            ReviewRule(condition: SubmissionCondition(titleContains: "tape"), steps: [Self.approval]),
            ReviewRule(condition: SubmissionCondition(titleContains: "archive"), steps: []),
            ReviewRule(condition: SubmissionCondition(), steps: [Self.rejection]),
        ]
        let policy = ReviewPolicy(rules: rules, approvedAfter: Self.day)
        #expect(policy.steps(for: Self.opportunity, account: "111122223333").isEmpty)
        #expect(policy.steps(for: .sample(), account: "111122223333") == [Self.rejection])
    }

    @Test("a manual reviewer does nothing")
    func manual() {
        #expect(ReviewPolicy.manual.steps(for: Self.opportunity, account: "111122223333").isEmpty)
    }

    static let sequences: [([ReviewStatus], impossible: Int?)] = [
        ([], nil),
        ([.approved], nil),
        ([.inReview, .approved], nil),
        ([.actionRequired, .approved], nil),
        ([.inReview, .actionRequired, .inReview, .actionRequired, .rejected], nil),
        ([.approved, .rejected], nil),
        ([.approved, .inReview], 1),
        ([.inReview, .inReview], 1),
        ([.approved, .approved], 1),
        ([.submitted], 0),
        ([.pendingSubmission], 0),
    ]

    @Test("steps are possible where the review's own moves allow them", arguments: sequences)
    func possible(_ statuses: [ReviewStatus], _ impossible: Int?) {
        let steps = statuses.map { ReviewStep(after: Self.day, decision: ReviewDecision($0)) }
        #expect(steps.firstImpossible == impossible)
    }
}

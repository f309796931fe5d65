import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("The plan of AWS's reviewer")
struct ReviewPlanTests {
    private static let hour: Int64 = 3_600_000

    private static func step(_ hours: Int64, _ status: ReviewStatus) -> ReviewStep {
        ReviewStep(after: CalendarDuration(milliseconds: hours * hour), decision: ReviewDecision(status))
    }

    private static func instant(_ hours: Int64) -> Timestamp { Timestamp(millisecondsSinceEpoch: hours * hour) }

    @Test("the first step counts from the submission, the next from when that one was due")
    func chain() {
        let plan = ReviewPlan([Self.step(2, .inReview), Self.step(3, .approved)], from: Self.instant(10))
        #expect(plan.dueAt == Self.instant(12))
        let rest = plan.afterFirstStep
        #expect(rest == ReviewPlan(steps: [Self.step(3, .approved)], dueAt: Self.instant(15)))
        #expect(rest?.afterFirstStep == nil)
    }

    @Test("a question waits for the partner, and the rest counts from the next submission")
    func question() {
        let plan = ReviewPlan([Self.step(2, .actionRequired), Self.step(3, .approved)], from: Self.instant(10))
        let waiting = plan.afterFirstStep
        #expect(waiting == ReviewPlan(steps: [Self.step(3, .approved)], dueAt: nil))
        #expect(waiting?.afterFirstStep == nil)
        #expect(waiting?.resumed(at: Self.instant(100)).dueAt == Self.instant(103))
    }

    @Test("a question that comes last is remembered, and nothing follows it")
    func lastQuestion() {
        let plan = ReviewPlan([Self.step(2, .actionRequired)], from: Self.instant(10))
        let waiting = plan.afterFirstStep
        #expect(waiting == ReviewPlan(steps: [], dueAt: nil))
        #expect(waiting?.resumed(at: Self.instant(100)) == ReviewPlan(steps: [], dueAt: nil))
    }

    @Test("a step beyond all years is never due")
    func never() {
        let step = ReviewStep(after: CalendarDuration(months: 999_999), decision: ReviewDecision(.approved))
        #expect(ReviewPlan([step], from: Self.instant(1)).dueAt == Timestamp.spellable.upperBound)
    }
}

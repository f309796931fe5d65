import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A task")
struct SellingTaskTests {
    private static let start = Timestamp(millisecondsSinceEpoch: 1_767_225_600_000)

    private static func task(_ kind: TaskKind) -> SellingTask {
        SellingTask(
            account: "111122223333",
            catalog: .sandbox,
            kind: kind,
            identifier: "task-0123456789abc",
            startedAt: start,
            given: TaskProducts(opportunity: "O1")
        )
    }

    @Test("goes through the steps of its kind, each once, and then is COMPLETE", arguments: TaskKind.allCases)
    func steps(_ kind: TaskKind) {
        var task = Self.task(kind)
        var taken: [TaskStep] = []
        while let step = task.nextStep {
            #expect(task.status == .inProgress && task.dueAt != nil)
            taken.append(step)
            task = task.advanced(task.products, next: Self.start)
        }
        #expect(taken == kind.steps)
        #expect(task.status == .complete && task.dueAt == nil && task.failure == nil)
        #expect(Set(taken).count == taken.count)
    }

    @Test("of each kind begins by looking whether it can be done", arguments: TaskKind.allCases)
    func first(_ kind: TaskKind) {
        let looks: [TaskStep] = [.getOpportunity, .getEngagementInvitation, .getEngagement, .beginProspecting]
        #expect(kind.steps.first.map(looks.contains) == true)
    }

    @Test("has nothing more to do once it has failed, and keeps what it made")
    func failed() {
        let products = TaskProducts(engagement: "eng-1", opportunity: "O1")
        let task = Self.task(.engagementFromOpportunity).advanced(products, next: Self.start)
            .failed(TaskFailure(.internalError, message: "no"))
        #expect(task.status == .failed && task.nextStep == nil && task.dueAt == nil)
        #expect(task.products == products && task.stepsDone == 1)
    }

    @Test("is the same after it was kept")
    func resumed() {
        let task = Self.task(.opportunityFromEngagement).advanced(TaskProducts(context: "2"), next: Self.start)
        let kept = SellingTask(
            account: task.account,
            catalog: task.catalog,
            kind: task.kind,
            identifier: task.identifier,
            startedAt: task.startedAt,
            given: task.products
        ).resumed(task.status, stepsDone: task.stepsDone, dueAt: task.dueAt, failure: task.failure)
        #expect(kept == task)
    }

    @Test("is found by every filter that names what it has, and by no filter that names none")
    func query() {
        let products = TaskProducts(engagement: "eng-1", opportunity: "O1")
        let task = Self.task(.engagementFromOpportunity).advanced(products, next: Self.start)
        var query = TaskQuery(.engagementFromOpportunity, nil)
        #expect(query.takesAll && query.matches(task) && query.order == .descending)
        query.engagements = ["eng-1", "eng-2"]
        query.opportunities = ["O1"]
        query.statuses = [.inProgress]
        #expect(query.matches(task) && !query.takesAll)
        query.invitations = ["engi-1"]
        #expect(!query.matches(task))
        query.invitations = nil
        query.engagements = []
        #expect(!query.matches(task))
    }
}

@Suite("Why a task failed")
struct TaskFailureMessageTests {
    private static func violation(
        _ rule: Rule,
        _ field: String,
        _ code: ValidationExceptionErrorCode,
        _ message: String = "It is wrong."
    ) -> RuleViolation {
        RuleViolation(rule, field, code, message, wouldPass: "something else")
    }

    private static let missing = violation(RuleCatalogue.requiredAtSubmission, "project.title", .requiredFieldMissing)
    private static let wrong = violation(RuleCatalogue.closeDate, "lifeCycle.targetCloseDate", .invalidValue)

    @Test("is told in the form that integrators report")
    func form() {
        let failure = TaskFailure(ofSubmission: [Self.missing])
        #expect(failure.reason == .opportunityValidationFailed)
        #expect(failure.message == "OPPORTUNITY_VALIDATION_FAILED project.title is required")
    }

    @Test("names everything at once")
    func several() {
        #expect(
            TaskFailure(ofSubmission: [Self.missing, Self.wrong]).message
                == "OPPORTUNITY_VALIDATION_FAILED project.title is required; "
                + "lifeCycle.targetCloseDate: It is wrong."
        )
    }

    @Test("tells a state and an engagement apart from what the opportunity says")
    func reasons() {
        let state = Self.violation(RuleCatalogue.submittableState, "lifeCycle.reviewStatus", .invalidResourceState)
        let engagement = Self.violation(RuleCatalogue.engagementProject, "identifier", .invalidResourceState)
        #expect(TaskFailure(ofSubmission: [state]).reason == .opportunitySubmissionFailed)
        #expect(TaskFailure(ofSubmission: [engagement]).reason == .engagementValidationFailed)
        #expect(TaskFailure(ofSubmission: [engagement, Self.missing]).reason == .opportunityValidationFailed)
    }

    @Test("can be kept as text whatever was sent")
    func zero() {
        let odd = Self.violation(RuleCatalogue.customerUseCase, "project.customerUseCase", .invalidEnumValue, "'\u{0}'")
        let failure = TaskFailure(ofSubmission: [odd])
        #expect(!failure.message.unicodeScalars.contains("\u{0}"))
    }
}

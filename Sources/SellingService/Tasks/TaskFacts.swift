import SellingDomain
import SmithyTypes

/// What steps of a task are given from outside, drawn once, so that a transaction that is run again makes the same.
struct TaskFacts: Sendable {
    let now: Timestamp
    /// The identifiers of what the steps may make.
    let engagement: String
    let invitation: String
    let snapshotJob: String
    /// Nil where none of the steps makes an opportunity.
    let opportunity: String?
}

extension SellingEnvironment {
    /// The facts for some steps that are taken at an instant.
    func taskFacts(for steps: some Sequence<TaskStep>, at now: Timestamp) async throws -> TaskFacts {
        let makesOpportunity = steps.contains(.createOpportunity)
        return TaskFacts(
            now: now,
            engagement: newEngagementIdentifier(),
            invitation: newInvitationIdentifier(),
            snapshotJob: newSnapshotJobIdentifier(),
            opportunity: makesOpportunity ? try await newOpportunityIdentifier() : nil
        )
    }

    /// When the step after one that was due is due itself. In steps of no length, at once.
    func nextTaskStep(after due: Timestamp) -> Timestamp {
        due.advanced(by: taskDelay) ?? Timestamp.spellable.upperBound
    }

    /// Whether tasks are done by the time their start is answered, as every captured one was.
    var completesTasksAtOnce: Bool { taskDelay == CalendarDuration() }
}

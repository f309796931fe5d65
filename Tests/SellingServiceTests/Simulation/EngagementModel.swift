import SellingShapes
import SmithyTypes

/// What engagements are, told without tables, transactions or events: the reference of the simulation.
struct EngagementModel {
    struct Invitation {
        let engagement: String
        let sender: String
        let receiver: String
        let isToLead: Bool
        let expiresAt: Timestamp
        var answer: InvitationStatus?

        func status(at now: Timestamp) -> InvitationStatus {
            answer ?? (now >= expiresAt ? .expired : .pending)
        }
    }

    /// A task that accepts an invitation in steps that take time.
    struct Acceptance {
        let identifier: String
        let invitation: String
        let account: String
        var stepsDone = 0
        var dueAt: Timestamp
        var hasFailed = false
    }

    /// The members of each engagement, in the order in which they joined.
    private(set) var members: [String: [String]] = [:]
    private(set) var invitations: [String: Invitation] = [:]
    /// The accepting tasks that have not ended.
    private(set) var acceptances: [Acceptance] = []
    private(set) var failedTasks: Set<String> = []

    mutating func created(_ engagement: String, by account: String) {
        members[engagement] = [account]
    }

    mutating func invited(
        _ invitation: String,
        to engagement: String,
        _ receiver: String,
        by sender: String,
        isToLead: Bool = false,
        until expiresAt: Timestamp
    ) {
        invitations[invitation] = Invitation(
            engagement: engagement,
            sender: sender,
            receiver: receiver,
            isToLead: isToLead,
            expiresAt: expiresAt
        )
    }

    mutating func answered(_ invitation: String, _ answer: InvitationStatus) {
        guard let known = invitations[invitation] else { return }
        invitations[invitation]?.answer = answer
        if answer == .accepted { members[known.engagement]?.append(known.receiver) }
    }

    // MARK: What comes of a request: the code of its refusal, nil for none

    func refusalToInvite(_ receiver: String, to engagement: String, by sender: String, at now: Timestamp) -> String? {
        if receiver == sender { return "ValidationException" }
        guard let members = members[engagement], members.contains(sender) else { return "ResourceNotFoundException" }
        let isPending = invitations.values.contains {
            $0.engagement == engagement && $0.receiver == receiver && $0.status(at: now) == .pending
        }
        return members.contains(receiver) || isPending ? "ConflictException" : nil
    }

    func refusalToAnswer(_ invitation: String, by account: String, byTask: Bool, at now: Timestamp) -> String? {
        guard let known = invitations[invitation], [known.sender, known.receiver].contains(account) else {
            return "ResourceNotFoundException"
        }
        if account != known.receiver || (byTask && known.isToLead) { return "ValidationException" }
        return known.status(at: now) == .pending ? nil : "ConflictException"
    }

    // MARK: Who may read what

    func sees(_ engagement: String, _ account: String) -> Bool { members[engagement]?.contains(account) == true }

    /// Nil where an account must not know of an invitation; else whether it sees the payload.
    func sight(of invitation: String, _ account: String, at now: Timestamp) -> Bool? {
        guard let known = invitations[invitation] else { return nil }
        if account == known.sender { return true }
        guard account == known.receiver else { return nil }
        return [.pending, .accepted].contains(known.status(at: now))
    }
}

// MARK: Steps that take time

extension EngagementModel {
    mutating func began(_ task: String, _ invitation: String, _ account: String, dueAt: Timestamp) {
        acceptances.append(
            Acceptance(identifier: task, invitation: invitation, account: account, dueAt: dueAt)
        )
    }

    /// What is due by an instant is done: tasks by their due time, one step of each at a time.
    ///
    /// - Returns: the tasks that were completed.
    mutating func passed(to now: Timestamp, step: Int64, stepCount: Int) -> [Acceptance] {
        var completed: [Acceptance] = []
        while true {
            let due = acceptances.indices.filter { acceptances[$0].dueAt <= now }.sorted {
                let (left, right) = (acceptances[$0], acceptances[$1])
                return (left.dueAt, left.account, left.identifier) < (right.dueAt, right.account, right.identifier)
            }
            if due.isEmpty { return completed }
            for index in due { takeStep(index, at: now, step) }
            completed += acceptances.filter { $0.stepsDone == stepCount }
            failedTasks.formUnion(acceptances.filter(\.hasFailed).map(\.identifier))
            acceptances.removeAll { $0.hasFailed || $0.stepsDone == stepCount }
        }
    }

    private mutating func takeStep(_ index: Int, at now: Timestamp, _ step: Int64) {
        let task = acceptances[index]
        // The first step looks, the second accepts; the others need nobody.
        if task.stepsDone < 2, invitations[task.invitation]?.status(at: now) != .pending {
            acceptances[index].hasFailed = true
            return
        }
        if task.stepsDone == 1 { answered(task.invitation, .accepted) }
        acceptances[index].stepsDone += 1
        acceptances[index].dueAt = Timestamp(millisecondsSinceEpoch: task.dueAt.millisecondsSinceEpoch + step)
    }
}

import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension EngagementSimulation {
    mutating func createEngagement() async throws -> String {
        let account = account()
        let contexts: [EngagementContextDetails] = Bool.random(using: &random) ? [.lead] : [.project]
        let identifier = try await service.createEngagement(contexts, account: account)
        model.created(identifier, by: account)
        return "CreateEngagement"
    }

    mutating func invite() async throws -> String {
        guard let engagement = engagement() else { return "nothing" }
        let (sender, receiver) = (account(), account())
        let isToLead = Int.random(in: 0..<4, using: &random) == 0
        let service = service
        let expected = model.refusalToInvite(receiver, to: engagement, by: sender, at: service.clock.now)
        var identifier = ""
        let refused = try await code {
            identifier = try await service.invite(receiver, to: engagement, isToLead ? .lead : .sample, by: sender)
        }
        #expect(refused == expected, "\(sender) invites \(receiver) to \(engagement)")
        if refused == nil {
            model.invited(identifier, to: engagement, receiver, by: sender, isToLead: isToLead, until: expiry())
        }
        return "CreateEngagementInvitation"
    }

    private func expiry() -> Timestamp {
        Timestamp(millisecondsSinceEpoch: service.clock.now.millisecondsSinceEpoch + 15 * 86_400_000)
    }

    mutating func answer(_ answer: InvitationStatus) async throws -> String {
        guard let (identifier, known) = invitation() else { return "nothing" }
        let account = Int.random(in: 0..<4, using: &random) == 0 ? account() : known.receiver
        let service = service
        let expected = model.refusalToAnswer(identifier, by: account, byTask: false, at: service.clock.now)
        let refused = try await code {
            if answer == .accepted {
                try await service.accept(identifier, account: account)
            } else {
                try await service.reject(identifier, account: account)
            }
        }
        #expect(refused == expected, "\(account) answers \(identifier)")
        if refused == nil { model.answered(identifier, answer) }
        return answer.rawValue
    }

    mutating func acceptByTask() async throws -> String {
        guard let (identifier, known) = invitation() else { return "nothing" }
        let account = Int.random(in: 0..<4, using: &random) == 0 ? account() : known.receiver
        let service = service
        let expected = model.refusalToAnswer(identifier, by: account, byTask: true, at: service.clock.now)
        var answer: StartEngagementByAcceptingInvitationTaskResponse?
        let refused = try await code { answer = try await service.acceptByTask(identifier, account: account) }
        #expect(refused == expected, "\(account) accepts \(identifier) by task")
        guard let answer, let task = answer.taskId else { return "refused" }
        if isSlow {
            #expect(answer.taskStatus == .inProgress)
            let due = service.clock.now.millisecondsSinceEpoch + ServiceUnderTest.delay.milliseconds
            model.began(task, identifier, account, dueAt: Timestamp(millisecondsSinceEpoch: due))
        } else {
            #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
            model.answered(identifier, .accepted)
            opportunities.append((try #require(answer.opportunityId), account))
        }
        return "StartEngagementByAcceptingInvitationTask"
    }

    /// Two nodes answer one invitation at the same moment, one yes and one no: one of them is heard.
    mutating func race() async throws -> String {
        guard let (identifier, known) = invitation() else { return "nothing" }
        let isPending = known.status(at: service.clock.now) == .pending
        let (service, node) = (service, try await service.restarted())
        async let yes = Self.isDone { try await service.accept(identifier, account: known.receiver) }
        async let no = Self.isDone { try await node.reject(identifier, account: known.receiver) }
        let (isAccepted, isRejected) = (try await yes, try await no)
        #expect([isAccepted, isRejected].count { $0 } == (isPending ? 1 : 0), "\(identifier)")
        if isAccepted { model.answered(identifier, .accepted) }
        if isRejected { model.answered(identifier, .rejected) }
        return "both answers at once"
    }

    private static func isDone(_ call: @Sendable () async throws -> Void) async throws -> Bool {
        do { try await call() } catch let reply as Reply {
            #expect(reply.code == "ConflictException")
            return false
        }
        return true
    }

    mutating func createOpportunity() async throws -> String {
        let account = account()
        opportunities.append((try await service.createComplete(account: account), account))
        return "CreateOpportunity"
    }

    mutating func snapshot() async throws -> String {
        guard let engagement = engagement(), let (identifier, owner) = opportunities.randomElement(using: &random)
        else {
            return "nothing"
        }
        let account = Int.random(in: 0..<4, using: &random) == 0 ? account() : owner
        let service = service
        let refused = try await code {
            try await service.snapshot(identifier, in: engagement, account: account)
        }
        let isAllowed = model.sees(engagement, account) && account == owner
        #expect(refused == (isAllowed ? nil : "ResourceNotFoundException"), "\(account) shows \(identifier)")
        return "CreateResourceSnapshot"
    }

    mutating func submitByTask() async throws -> String {
        guard let (identifier, owner) = opportunities.randomElement(using: &random) else { return "nothing" }
        let answer = try await service.submitByTask(identifier, account: owner)
        guard answer.taskStatus == .complete, let engagement = answer.engagementId else { return "failed submission" }
        if model.members[engagement] == nil {
            model.created(engagement, by: owner)
            invariants.madeByTask.insert(engagement)
        }
        if let invitation = answer.engagementInvitationId, model.invitations[invitation] == nil {
            model.invited(invitation, to: engagement, "aws", by: owner, until: expiry())
        }
        return "StartEngagementFromOpportunityTask"
    }

    mutating func decide() async throws -> String {
        guard let (identifier, owner) = opportunities.randomElement(using: &random) else { return "nothing" }
        let status: ReviewStatus = Int.random(in: 0..<3, using: &random) == 0 ? .rejected : .approved
        try await service.decide(status, identifier, account: owner)
        try await followAWS()
        return "a review"
    }

    /// AWS answers as it decides, which is not the reference's to say; what is read of it afterwards is.
    private mutating func followAWS() async throws {
        for (identifier, known) in model.invitations where known.receiver == "aws" && known.answer == nil {
            let status = try await service.invitation(identifier, account: known.sender).status
            if status == .accepted || status == .rejected { model.answered(identifier, status ?? .rejected) }
        }
    }

    mutating func refer() async throws -> String {
        let account = account()
        let opportunity = try await service.refer(account: account)
        let known = Set(model.invitations.keys)
        let summary = try #require(try await service.received(account: account).first { !known.contains($0.id) })
        let engagement = try #require(summary.engagementId)
        model.created(engagement, by: "aws")
        model.invited(summary.id, to: engagement, account, by: "aws", until: expiry())
        referrals[summary.id] = (opportunity, account)
        return "a referral"
    }

    /// Time passes, and what is due is done or waits for the next time.
    mutating func pass() async throws -> String {
        let steps: [Int64] = [1_000, 5_000, 60_000, 86_400_000, 8 * 86_400_000]
        service.clock.advance(byMilliseconds: steps.randomElement(using: &random) ?? 0)
        guard Bool.random(using: &random) else { return "time passes" }
        let now = service.clock.now
        try await service.environment.runDueWork(upTo: now)
        let completed = model.passed(
            to: now,
            step: ServiceUnderTest.delay.milliseconds,
            stepCount: TaskKind.engagementByAcceptingInvitation.steps.count
        )
        for task in completed {
            let request = ListEngagementByAcceptingInvitationTasksRequest(
                catalog: .sandbox,
                taskIdentifier: [task.identifier]
            )
            let listed = try await service.call(
                ListEngagementByAcceptingInvitationTasks.self,
                request,
                account: task.account
            ).taskSummaries?.first
            #expect(listed?.taskStatus == .complete, "\(listed?.message ?? "")")
            opportunities.append((try #require(listed?.opportunityId), task.account))
        }
        return "due work"
    }

    mutating func restart() async throws -> String {
        service = try await service.restarted()
        return "a restart"
    }
}

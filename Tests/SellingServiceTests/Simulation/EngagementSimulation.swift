import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// Random operations of four accounts on a few engagements, each compared with the reference model.
struct EngagementSimulation {
    static let accounts = ["111122223333", "444455556666", "777788889999", "888899990000"]

    var service: ServiceUnderTest
    private var random: SeededGenerator
    private var model = EngagementModel()
    private var invariants = EngagementInvariants()
    /// Opportunities that their owners may read.
    private var opportunities: [(identifier: String, owner: String)] = []
    /// What is hidden until it is accepted, by its invitation.
    private var referrals: [String: (opportunity: String, owner: String)] = [:]
    private let isSlow: Bool

    init(_ service: ServiceUnderTest, seed: Int) {
        self.service = service
        random = SeededGenerator(seed)
        isSlow = service.environment.taskDelay != CalendarDuration()
    }

    /// Runs some operations; after each, all that must hold is looked at.
    mutating func run(operations: Int) async throws {
        for number in 0..<operations {
            let name = try await operate()
            try await read()
            try await invariants.check(service, "operation \(number), \(name)")
        }
    }

    private mutating func operate() async throws -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<2: return try await createEngagement()
        case 2..<6: return try await invite()
        case 6..<8: return try await answer(.accepted)
        case 8: return try await answer(.rejected)
        case 9..<12: return try await acceptByTask()
        case 12: return try await race()
        case 13: return try await createOpportunity()
        case 14: return try await snapshot()
        case 15: return isSlow ? try await pass() : try await submitByTask()
        case 16: return try await decide()
        case 17: return try await refer()
        case 18: return try await pass()
        default: return try await restart()
        }
    }

    private mutating func account() -> String { Self.accounts.randomElement(using: &random) ?? "" }

    private mutating func engagement() -> String? { model.members.keys.sorted().randomElement(using: &random) }

    /// An invitation, rather one that is pending.
    private mutating func invitation() -> (String, EngagementModel.Invitation)? {
        let all = model.invitations.filter { $0.value.receiver != "aws" }.sorted { $0.key < $1.key }
        let pending = all.filter { $0.value.status(at: service.clock.now) == .pending }
        let some = pending.isEmpty || Int.random(in: 0..<4, using: &random) == 0 ? all : pending
        return some.randomElement(using: &random).map { ($0.key, $0.value) }
    }

    /// The code of a refusal; nil where the call succeeds.
    private func code(of call: () async throws -> Void) async throws -> String? {
        do { try await call() } catch let reply as Reply { return reply.code ?? "" }
        return nil
    }
}

// MARK: Operations

extension EngagementSimulation {
    private mutating func createEngagement() async throws -> String {
        let account = account()
        let contexts: [EngagementContextDetails] = Bool.random(using: &random) ? [.lead] : [.project]
        let identifier = try await service.createEngagement(contexts, account: account)
        model.created(identifier, by: account)
        return "CreateEngagement"
    }

    private mutating func invite() async throws -> String {
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

    private mutating func answer(_ answer: InvitationStatus) async throws -> String {
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

    private mutating func acceptByTask() async throws -> String {
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
    private mutating func race() async throws -> String {
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

    private mutating func createOpportunity() async throws -> String {
        let account = account()
        opportunities.append((try await service.createComplete(account: account), account))
        return "CreateOpportunity"
    }

    private mutating func snapshot() async throws -> String {
        guard let engagement = engagement(), let (identifier, owner) = opportunities.randomElement(using: &random) else {
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

    private mutating func submitByTask() async throws -> String {
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

    private mutating func decide() async throws -> String {
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

    private mutating func refer() async throws -> String {
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
    private mutating func pass() async throws -> String {
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

    private mutating func restart() async throws -> String {
        service = try await service.restarted()
        return "a restart"
    }
}

// MARK: Reading

extension EngagementSimulation {
    /// A random account reads something of each kind: what it may, and nothing else.
    private mutating func read() async throws {
        let (service, reader) = (service, account())
        if let engagement = engagement() {
            let refused = try await code { _ = try await service.engagement(engagement, account: reader) }
            #expect((refused == nil) == model.sees(engagement, reader), "\(reader) reads \(engagement)")
            if refused == nil {
                let members = try await service.members(engagement, account: reader).map(\.accountId)
                #expect(members == model.members[engagement], "\(engagement)")
            }
        }
        if let (identifier, _) = invitation() {
            var shown: GetEngagementInvitationResponse?
            let refused = try await code { shown = try await service.invitation(identifier, account: reader) }
            let sight = model.sight(of: identifier, reader, at: service.clock.now)
            #expect((refused == nil) == (sight != nil), "\(reader) reads \(identifier)")
            #expect((shown?.payload != nil) == (sight == true), "\(reader) reads \(identifier)")
            if let shown {
                #expect(shown.status == model.invitations[identifier]?.status(at: service.clock.now))
            }
        }
        if let (identifier, owner) = opportunities.randomElement(using: &random) {
            let refused = try await code { _ = try await service.document(identifier, account: reader) }
            #expect((refused == nil) == (reader == owner), "\(reader) reads \(identifier)")
            try await readSnapshots(of: identifier, reader)
        }
        try await readReferrals()
    }

    private func readSnapshots(of opportunity: String, _ reader: String) async throws {
        for engagement in model.members.keys.sorted() {
            let refused = try await code { _ = try await service.shown(opportunity, in: engagement, account: reader) }
            if !model.sees(engagement, reader) { #expect(refused == "ResourceNotFoundException") }
        }
    }

    /// A referral is its receiver's once it is accepted by task, and until then nobody's.
    private func readReferrals() async throws {
        for (invitation, (opportunity, owner)) in referrals {
            let refused = try await code { _ = try await service.document(opportunity, account: owner) }
            if model.invitations[invitation]?.answer != .accepted {
                #expect(refused == "ResourceNotFoundException", "\(opportunity) is hidden")
            }
            for reader in Self.accounts where reader != owner {
                let foreign = try await code { _ = try await service.document(opportunity, account: reader) }
                #expect(foreign == "ResourceNotFoundException")
            }
        }
    }
}

import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    /// With `--task-delay` each step is a transaction of its own. The server may stop between any two and start again.
    @Suite("A task whose steps take time")
    struct SlowTaskTests {
        /// A way to a task, and how it stands when asked again.
        struct Flow: Sendable, CustomTestStringConvertible {
            let kind: TaskKind
            /// Makes what the task needs; the task is started by what it gives.
            let prepare: @Sendable (ServiceUnderTest) async throws -> String
            /// Starts the task, or polls it.
            let start:
                @Sendable (ServiceUnderTest, String) async throws -> (status: TaskStatus?, identifiers: [String?])

            var testDescription: String { kind.rawValue }
        }

        static let flows: [Flow] = [
            Flow(
                kind: .engagementFromOpportunity,
                prepare: { try await $0.createComplete() },
                start: { service, opportunity in
                    let answer = try await service.submitByTask(opportunity, token: "t")
                    let identifiers = [
                        answer.engagementId, answer.engagementInvitationId, answer.resourceSnapshotJobId,
                    ]
                    return (answer.taskStatus, identifiers)
                }
            ),
            Flow(
                kind: .engagementByAcceptingInvitation,
                prepare: { service in
                    let answer = try await service.submitByTaskAtOnce(try await service.createComplete())
                    return try await service.invite(to: try #require(answer.engagementId))
                },
                start: { service, invitation in
                    let answer = try await service.acceptByTask(invitation, token: "t")
                    return (answer.taskStatus, [answer.opportunityId, answer.resourceSnapshotJobId])
                }
            ),
            Flow(
                kind: .engagementByAcceptingInvitation,
                prepare: { service in
                    _ = try await service.refer(account: ServiceUnderTest.otherAccount)
                    return try #require(try await service.received(account: ServiceUnderTest.otherAccount).first?.id)
                },
                start: { service, invitation in
                    let answer = try await service.acceptByTask(invitation, token: "t")
                    return (answer.taskStatus, [answer.opportunityId, answer.resourceSnapshotJobId])
                }
            ),
            Flow(
                kind: .opportunityFromEngagement,
                prepare: { try await $0.createEngagement() },
                start: { service, engagement in
                    let answer = try await service.convertLead(in: engagement, token: "t")
                    let identifiers = [answer.opportunityId, answer.contextId, answer.resourceSnapshotJobId]
                    return (answer.taskStatus, identifiers)
                }
            ),
        ]

        @Test("does every step once, whichever the server stops after", arguments: flows, StoreKind.all)
        func restarts(_ flow: Flow, _ kind: StoreKind) async throws {
            let expected = try await Self.traceAtOnce(flow, kind)
            for stop in 0...flow.kind.steps.count {
                try await kind.withSlowService { service in
                    let trace = try await Self.trace(flow, service, stoppingAfter: stop)
                    #expect(trace == expected, "stopped after step \(stop)")
                }
            }
        }

        /// What a flow leaves, told without identifiers: how many rows, which events for whom.
        private static func traceAtOnce(_ flow: Flow, _ kind: StoreKind) async throws -> [String] {
            var trace: [String] = []
            try await kind.withService { service in
                let subject = try await flow.prepare(service)
                try await service.clearEvents()
                #expect(try await flow.start(service, subject).status == .complete)
                trace = try await Self.trace(of: service)
            }
            return trace
        }

        private static func trace(
            _ flow: Flow,
            _ slow: ServiceUnderTest,
            stoppingAfter stop: Int
        ) async throws -> [String] {
            let subject = try await flow.prepare(slow)
            try await slow.clearEvents()
            #expect(try await flow.start(slow, subject).status == .inProgress)
            var service = slow
            for step in 0..<flow.kind.steps.count {
                if step == stop { service = try await service.restarted() }
                #expect(try await flow.start(service, subject).status == .inProgress, "before step \(step)")
                // Nothing is done before its time, however often somebody looks.
                service.clock.advance(byMilliseconds: ServiceUnderTest.delay.milliseconds - 1)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await Self.stepsDone(flow, service) == step)
                service.clock.advance(byMilliseconds: 1)
                // Two nodes do what is due.
                let nodes = [service, try await service.restarted()]
                try await Self.runDueWork(on: nodes)
                #expect(try await Self.stepsDone(flow, service) == step + 1)
            }
            let answer = try await flow.start(service, subject)
            #expect(answer.status == .complete)
            #expect(answer.identifiers.allSatisfy { $0 != nil })
            return try await Self.trace(of: service)
        }

        private static func runDueWork(on nodes: [ServiceUnderTest]) async throws {
            try await withThrowingTaskGroup { group in
                for node in nodes {
                    group.addTask { try await node.environment.runDueWork(upTo: node.clock.now) }
                }
                try await group.waitForAll()
            }
        }

        private static func stepsDone(_ flow: Flow, _ service: ServiceUnderTest) async throws -> Int {
            let kind = flow.kind.rawValue
            return Int(
                try await service.store.read { transaction in
                    try transaction.first("SELECT steps_done FROM task WHERE kind = $1", [.text(kind)]) {
                        $0.integer(0)
                    }
                } ?? -1
            )
        }

        private static func trace(of service: ServiceUnderTest) async throws -> [String] {
            var trace = try await service.told()
            for table in [
                "opportunity", "engagement", "engagement_member", "engagement_invitation", "resource_snapshot",
                "resource_snapshot_job", "aws_opportunity", "aws_referral", "inherited_opportunity", "task",
            ] {
                trace.append("\(table) \(try await service.count(table))")
            }
            return trace
        }

        @Test("is done to its end by one look, where much time has passed", arguments: StoreKind.all)
        func afterLong(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let opportunity = try await service.createComplete()
                _ = try await service.submitByTask(opportunity, token: "t")
                service.clock.advance(byMilliseconds: 86_400_000)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await service.submitByTask(opportunity, token: "t").taskStatus == .complete)
            }
        }

        @Test("fails at the step that cannot be done any more, and what was done stays", arguments: StoreKind.all)
        func overtaken(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let opportunity = try await service.createComplete()
                _ = try await service.submitByTask(opportunity, token: "t")
                for _ in 0..<4 { try await service.passOneStep() }
                try await service.submit(opportunity)
                let rows = try await service.rows()
                try await service.passOneStep()
                let answer = try await service.submitByTask(opportunity, token: "t")
                #expect(answer.taskStatus == .failed && answer.reasonCode == .opportunitySubmissionFailed)
                #expect(answer.engagementId != nil && answer.engagementInvitationId != nil)
                #expect(try await service.rows() == rows)
                for _ in 0..<3 { try await service.passOneStep() }
                #expect(try await service.submitByTask(opportunity, token: "t") == answer)
            }
        }

        @Test("cannot accept what was answered meanwhile", arguments: StoreKind.all)
        func answeredMeanwhile(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let engagement = try await service.createEngagement([.project])
                let invitation = try await service.invite(to: engagement)
                _ = try await service.acceptByTask(invitation, token: "t")
                try await service.passOneStep()
                try await service.reject(invitation)
                try await service.passOneStep()
                let answer = try await service.acceptByTask(invitation, token: "t")
                #expect(answer.taskStatus == .failed && answer.reasonCode == .invitationValidationFailed)
                #expect(try await service.engagement(engagement).memberCount == 1)
            }
        }

        @Test("of two that accept one invitation one is done and one fails", arguments: StoreKind.all)
        func two(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let engagement = try await service.createEngagement([.project])
                let invitation = try await service.invite(to: engagement)
                for token in ["t", "u"] { _ = try await service.acceptByTask(invitation, token: token) }
                service.clock.advance(byMilliseconds: 60_000)
                try await service.environment.runDueWork(upTo: service.clock.now)
                var statuses: [TaskStatus?] = []
                for token in ["t", "u"] {
                    statuses.append(try await service.acceptByTask(invitation, token: token).taskStatus)
                }
                #expect(Set(statuses) == [.complete, .failed])
                #expect(try await service.engagement(engagement).memberCount == 2)
                #expect(try await service.count("opportunity") == 1)
            }
        }

        @Test("goes on at once, where a server without delay takes it over", arguments: StoreKind.all)
        func takenOver(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let opportunity = try await service.createComplete()
                _ = try await service.submitByTask(opportunity, token: "t")
                let fast = try await ServiceUnderTest(on: service.store, clock: service.clock)
                service.clock.advance(byMilliseconds: ServiceUnderTest.delay.milliseconds)
                try await fast.environment.runDueWork(upTo: service.clock.now)
                #expect(try await fast.submitByTask(opportunity, token: "t").taskStatus == .complete)
            }
        }
    }
}

extension ServiceUnderTest {
    /// The same on the same store, without the delay.
    fileprivate func submitByTaskAtOnce(
        _ opportunity: String
    ) async throws -> StartEngagementFromOpportunityTaskResponse {
        try await ServiceUnderTest(on: store, clock: clock).submitByTask(opportunity)
    }
}

import SellingService
import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("The token of a task's start polls")
    struct TaskTokenTests {
        @Test("the same request answers the same task, and does nothing again", arguments: StoreKind.all)
        func replayed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let first = try await service.submitByTask(opportunity, token: "t")
                let rows = try await service.rows()
                service.clock.advance(byMilliseconds: 60_000)
                #expect(try await service.submitByTask(opportunity, token: "t") == first)
                #expect(try await service.rows() == rows)
                #expect(try await service.count("task") == 1)
            }
        }

        @Test("another request conflicts, whoever's or of whichever catalog it does not", arguments: StoreKind.all)
        func conflict(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                _ = try await service.submitByTask(opportunity, token: "t")
                let reply = try await refusal {
                    _ = try await service.submitByTask(opportunity, .forVisibilityOnly, token: "t")
                }
                #expect(reply.code == "ConflictException")
                #expect(reply.text.contains("Conflicting client token submitted for a new request body."))
                let other = ServiceUnderTest.otherAccount
                let own = try await service.createComplete(account: other)
                #expect(try await service.submitByTask(own, token: "t", account: other).taskStatus == .complete)
                let production = try await service.createComplete(in: .aws)
                let answer = try await service.submitByTask(production, token: "t", catalog: .aws)
                #expect(answer.taskStatus == .complete)
            }
        }

        @Test("a task that failed stays failed for its token, and another token tries anew", arguments: StoreKind.all)
        func failed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete { $0.project?.salesActivities = nil }
                let first = try await service.submitByTask(opportunity, token: "t")
                #expect(first.taskStatus == .failed)
                try await service.update(opportunity) { $0.project?.salesActivities = [.conductedPocDemo] }
                #expect(try await service.submitByTask(opportunity, token: "t") == first)
                #expect(try await service.submitByTask(opportunity, token: "u").taskStatus == .complete)
            }
        }

        @Test("an accepted invitation is no conflict for the call that accepted it", arguments: StoreKind.all)
        func accepted(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let invitation = try await service.invite(to: try await service.createEngagement([.project]))
                let first = try await service.acceptByTask(invitation, token: "t")
                #expect(try await service.acceptByTask(invitation, token: "t") == first)
            }
        }

        @Test("of a task that takes time, it answers how far the task has come", arguments: StoreKind.all)
        func poll(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let opportunity = try await service.createComplete()
                let start = try await service.submitByTask(opportunity, token: "t")
                #expect(start.taskStatus == .inProgress && start.engagementId == nil)
                #expect(start.opportunityId == opportunity)
                for _ in 0..<2 { try await service.passOneStep() }
                let later = try await service.submitByTask(opportunity, token: "t")
                #expect(later.taskStatus == .inProgress && later.taskId == start.taskId)
                #expect(later.startTime == start.startTime)
                #expect(later.engagementId != nil && later.resourceSnapshotJobId == nil)
                for _ in 0..<5 { try await service.passOneStep() }
                let end = try await service.submitByTask(opportunity, token: "t")
                #expect(end.taskStatus == .complete)
                #expect(end.engagementId == later.engagementId && end.resourceSnapshotJobId != nil)
            }
        }

        @Test("two calls at once with one token start one task", arguments: StoreKind.all)
        func together(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let node = try await service.restarted()
                async let first = service.submitByTask(opportunity, token: "t")
                async let second = node.submitByTask(opportunity, token: "t")
                #expect(try await first == second)
                #expect(try await service.count("task") == 1)
                #expect(try await service.count("engagement") == 1)
            }
        }
    }
}

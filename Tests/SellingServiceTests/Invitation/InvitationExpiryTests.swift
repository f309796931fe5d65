import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Synchronization
import Testing

extension SellingServiceTests {
    @Suite("An invitation runs out 15 days after it was sent")
    struct InvitationExpiryTests {
        private static let life: Int64 = 15 * 86_400_000

        private static func list(
            _ service: ServiceUnderTest,
            _ statuses: [InvitationStatus]?
        ) async throws -> [InvitationStatus?] {
            let request = ListEngagementInvitationsRequest(
                catalog: .sandbox,
                participantType: .sender,
                status: statuses
            )
            let answer = try await service.call(ListEngagementInvitations.self, request)
            return (answer.engagementInvitationSummaries ?? []).map(\.status)
        }

        private static func expiries(_ service: ServiceUnderTest) async throws -> [String] {
            try await service.told().filter { $0.hasSuffix("Expired") }
        }

        @Test("to the millisecond, for whoever reads it, before anybody has written it", arguments: StoreKind.all)
        func read(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                service.clock.advance(byMilliseconds: Self.life - 1)
                #expect(try await service.invitation(invitation).status == .pending)
                #expect(try await Self.list(service, [.pending]) == [.pending])
                #expect(try await Self.list(service, [.expired]).isEmpty)
                service.clock.advance(byMilliseconds: 1)
                let shown = try await service.invitation(invitation)
                #expect(shown.status == .expired && shown.expirationDate == service.clock.now)
                #expect(try await Self.list(service, [.pending]).isEmpty)
                #expect(try await Self.list(service, [.expired, .rejected]) == [.expired])
                #expect(try await Self.list(service, nil) == [.expired])
                for answer in ["Accept", "Reject"] {
                    let reply = try await service.send(
                        "\(answer)EngagementInvitation",
                        #"{"Catalog": "Sandbox", "Identifier": "\#(invitation)"}"#,
                        account: ServiceUnderTest.otherAccount
                    )
                    #expect(reply.code == "ConflictException")
                }
                #expect(try await Self.expiries(service).isEmpty)
            }
        }

        @Test("both sides are told once, as of that moment, however often the work is run", arguments: StoreKind.all)
        func told(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let invitation = try await service.invite(to: engagement)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await Self.expiries(service).isEmpty)
                service.clock.advance(byMilliseconds: Self.life + 5_000)
                for _ in 0..<3 { try await service.environment.runDueWork(upTo: service.clock.now) }
                let events = try await service.pendingEvents().map(\.event).filter {
                    $0.detailType.hasSuffix("Expired")
                }
                #expect(events.map(\.account) == [ServiceUnderTest.account, ServiceUnderTest.otherAccount])
                let details = events.map { String(decoding: $0.detail, as: UTF8.self) }
                #expect(details[0].contains(#""participantType":"SENDER""#))
                #expect(details[1].contains(#""participantType":"RECEIVER""#))
                #expect(details.allSatisfy { $0.contains(#""id":"\#(invitation)""#) })
                let moment = service.clock.now.millisecondsSinceEpoch - 5_000
                #expect(events.allSatisfy { $0.occurredAtMilliseconds == moment })
                #expect(try await service.invitation(invitation).status == .expired)
            }
        }

        @Test("what was answered in time does not run out", arguments: StoreKind.all)
        func answered(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let accepted = try await service.invite(to: engagement)
                let rejected = try await service.invite(ServiceUnderTest.thirdAccount, to: engagement)
                service.clock.advance(byMilliseconds: Self.life - 1)
                try await service.accept(accepted)
                try await service.reject(rejected, account: ServiceUnderTest.thirdAccount)
                service.clock.advance(byMilliseconds: 1)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await service.invitation(accepted).status == .accepted)
                #expect(try await service.invitation(rejected).status == .rejected)
                #expect(try await Self.expiries(service).isEmpty)
            }
        }

        @Test("more than a batch of both catalogs, run by two nodes at once, each once", arguments: StoreKind.all)
        func batches(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for catalog in CatalogIdentifier.modelled {
                    for _ in 0..<14 {
                        let engagement = try await service.createEngagement(catalog: catalog)
                        for number in 0..<9 {
                            try await service.invite(String(200_000_000_000 + number), to: engagement, catalog: catalog)
                        }
                    }
                }
                service.clock.advance(byMilliseconds: Self.life)
                let node = try await ServiceUnderTest(on: service.store)
                let now = service.clock.now
                async let first: Void = service.environment.runDueWork(upTo: now)
                async let second: Void = node.environment.runDueWork(upTo: now)
                _ = try await (first, second)
                #expect(try await Self.expiryCount(service) == 2 * 2 * 14 * 9)
                let pending = try await service.store.read { transaction in
                    try transaction.first(
                        "SELECT COUNT(*) FROM engagement_invitation WHERE status = 'PENDING'"
                    ) { $0.integer(0) }
                }
                #expect(pending == 0)
            }
        }

        private static func expiryCount(_ service: ServiceUnderTest) async throws -> Int64? {
            try await service.store.read { transaction in
                try transaction.first(
                    "SELECT COUNT(*) FROM outbox WHERE detail_type = 'Engagement Invitation Expired'"
                ) { $0.integer(0) }
            }
        }

        @Test("acceptance and expiry at once: one of them holds, wholly", arguments: StoreKind.all)
        func race(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for _ in 0..<10 {
                    let engagement = try await service.createEngagement()
                    let invitation = try await service.invite(to: engagement)
                    // Both began before either ended: the acceptance a moment before the end, the work after it.
                    service.clock.advance(byMilliseconds: Self.life - 1)
                    let end = Timestamp(millisecondsSinceEpoch: service.clock.now.millisecondsSinceEpoch + 1)
                    async let work: Void = service.environment.runDueWork(upTo: end)
                    let refused: String?
                    do {
                        try await service.accept(invitation)
                        refused = nil
                    } catch let reply as Reply { refused = reply.code }
                    try await work
                    let status = try await service.invitation(invitation).status
                    #expect(status == (refused == nil ? .accepted : .expired))
                    #expect(refused == nil || refused == "ConflictException")
                    #expect(try await service.engagement(engagement).memberCount == (refused == nil ? 2 : 1))
                    let told = try await service.pendingEvents().map(\.event).filter { $0.resource == invitation }
                    #expect(told.map(\.detailType).count { $0.hasSuffix("Accepted") } == (refused == nil ? 2 : 0))
                    #expect(told.map(\.detailType).count { $0.hasSuffix("Expired") } == (refused == nil ? 0 : 2))
                }
            }
        }

        @Test("the loop does the work until it is cancelled", arguments: StoreKind.all)
        func loop(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.invite(to: engagement)
                service.clock.advance(byMilliseconds: Self.life)
                let environment = service.environment
                let failures = Mutex(0)
                let loop = Task {
                    await environment.runDueWorkRepeatedly(every: .milliseconds(1)) { _ in
                        failures.withLock { $0 += 1 }
                    }
                }
                while try await Self.expiries(service).isEmpty { await Task.yield() }
                loop.cancel()
                await loop.value
                #expect(try await Self.expiries(service).count == 2)
                #expect(failures.withLock { $0 } == 0)
            }
        }
    }
}

import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("Contexts of an engagement")
    struct EngagementContextTests {
        static func add(
            _ service: ServiceUnderTest,
            to engagement: String,
            _ context: EngagementContextDetails = .project,
            account: String = ServiceUnderTest.account,
            token: String = "token-\(UInt64.random(in: .min ... .max))"
        ) async throws -> CreateEngagementContextResponse {
            try await service.call(
                CreateEngagementContext.self,
                CreateEngagementContextRequest(
                    catalog: .sandbox,
                    clientToken: token,
                    engagementIdentifier: engagement,
                    payload: try #require(context.payload),
                    type: context.type
                ),
                account: account
            )
        }

        /// Updates the first context with the lock that holds, unless told otherwise.
        static func update(
            _ service: ServiceUnderTest,
            _ engagement: String,
            _ payload: UpdateEngagementContextPayload,
            _ type: EngagementContextType = .lead,
            account: String = ServiceUnderTest.account,
            lock: Timestamp? = nil
        ) async throws {
            let modified = try await service.engagement(engagement).modifiedAt
            try await service.call(
                UpdateEngagementContext.self,
                UpdateEngagementContextRequest(
                    catalog: .sandbox,
                    contextIdentifier: "1",
                    engagementIdentifier: engagement,
                    engagementLastModifiedAt: try #require(lock ?? modified),
                    payload: payload,
                    type: type
                ),
                account: account
            )
        }

        static let change = UpdateLeadContext(customer: LeadCustomer(companyName: "Acme Holding"))

        @Test("are numbered in the order in which they come, whatever a request calls them", arguments: StoreKind.all)
        func numbers(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var named = EngagementContextDetails.project
                named.id = "77"
                let engagement = try await service.createEngagement([.lead, named])
                service.clock.advance(byMilliseconds: 5)
                let added = try await Self.add(service, to: engagement)
                let shown = try await service.engagement(engagement)
                #expect(added.contextId == "3")
                #expect(added.engagementId == engagement && added.engagementArn == shown.arn)
                #expect(added.engagementLastModifiedAt == service.clock.now)
                #expect(shown.contexts?.map(\.id) == ["1", "2", "3"])
                #expect(shown.contexts?.map(\.type) == [.lead, .customerProject, .customerProject])
                #expect(shown.modifiedAt == service.clock.now)
            }
        }

        @Test("are five at most: the sixth is more than the quota", arguments: StoreKind.all)
        func limit(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement(Array(repeating: .project, count: 4))
                _ = try await Self.add(service, to: engagement)
                let rows = try await service.engagementRows()
                let refused = try await refusal { _ = try await Self.add(service, to: engagement) }
                #expect(refused.code == "ServiceQuotaExceededException")
                #expect(try await service.engagementRows() == rows)
            }
        }

        @Test("the token of a creation answers what was answered first", arguments: StoreKind.all)
        func replay(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement(Array(repeating: .project, count: 4))
                let first = try await Self.add(service, to: engagement, token: "t")
                service.clock.advance(byMilliseconds: 5)
                #expect(try await Self.add(service, to: engagement, token: "t") == first)
                let other = try await refusal { _ = try await Self.add(service, to: engagement, .lead, token: "t") }
                #expect(other.code == "ConflictException")
                #expect(try await service.engagement(engagement).contexts?.count == 5)
            }
        }

        @Test("an update takes the place of a project whole", arguments: StoreKind.all)
        func project(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([.project])
                let empty = CustomerProjectsContext()
                try await Self.update(service, engagement, .customerProject(empty), .customerProject)
                let payload = try await service.engagement(engagement).contexts?.first?.payload
                #expect(payload == .customerProject(empty))
            }
        }

        @Test(
            "an update of a lead keeps the status and the interactions that it does not send",
            arguments: StoreKind.all
        )
        func lead(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                var qualified = Self.change
                qualified.qualificationStatus = "Waiting for the board"
                try await Self.update(service, engagement, .lead(qualified))
                try await Self.update(service, engagement, .lead(Self.change))
                guard case .lead(let lead) = try await service.engagement(engagement).contexts?.first?.payload else {
                    Issue.record("not a lead")
                    return
                }
                #expect(lead.customer == LeadCustomer(companyName: "Acme Holding"))
                #expect(lead.qualificationStatus == "Waiting for the board")
                #expect(lead.interactions.count == 1)
            }
        }

        @Test("a lead has ten interactions at most, the new ones dated now", arguments: StoreKind.all)
        func interactions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                var more = Self.change
                more.interaction = .sample
                for _ in 2...10 {
                    service.clock.advance(byMilliseconds: 10)
                    try await Self.update(service, engagement, .lead(more))
                }
                guard case .lead(let lead) = try await service.engagement(engagement).contexts?.first?.payload else {
                    Issue.record("not a lead")
                    return
                }
                #expect(lead.interactions.count == 10)
                #expect(lead.interactions.last?.interactionDate == service.clock.now)
                let rows = try await service.engagementRows()
                let refused = try await refusal { try await Self.update(service, engagement, .lead(more)) }
                #expect(refused.code == "ServiceQuotaExceededException")
                #expect(try await service.engagementRows() == rows)
                try await Self.update(service, engagement, .lead(Self.change))
            }
        }

        @Test("a stale lock is a conflict, also within one millisecond of the clock", arguments: StoreKind.all)
        func lock(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let first = try await service.engagement(engagement).modifiedAt
                try await Self.update(service, engagement, .lead(Self.change))
                let rows = try await service.engagementRows()
                let refused = try await refusal {
                    try await Self.update(service, engagement, .lead(Self.change), lock: first)
                }
                #expect(refused.code == "ConflictException")
                #expect(try await service.engagementRows() == rows)
            }
        }

        @Test("of twenty updates at once under one lock one holds", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let lock = try await service.engagement(engagement).modifiedAt
                let codes = try await withThrowingTaskGroup(of: String?.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            do {
                                try await Self.update(service, engagement, .lead(Self.change), lock: lock)
                            } catch let reply as Reply { return reply.code }
                            return nil
                        }
                    }
                    return try await group.reduce(into: [String?]()) { $0.append($1) }
                }
                #expect(codes.count { $0 == nil } == 1)
                #expect(codes.count { $0 == "ConflictException" } == 19)
                #expect(try await service.events() == ["Engagement Created", "Engagement Updated"])
            }
        }
    }
}

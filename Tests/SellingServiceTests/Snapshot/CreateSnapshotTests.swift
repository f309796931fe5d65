import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Testing

extension SellingServiceTests {
    @Suite("CreateResourceSnapshot and GetResourceSnapshot")
    struct CreateSnapshotTests {
        static let other = ServiceUnderTest.otherAccount

        @Test("show the opportunity to every member, under the captured ARN", arguments: StoreKind.all)
        func shown(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                try await service.associate(opportunity, .solutions, "S-1234567")
                let engagement = try await service.createEngagement()
                try await service.join(Self.other, engagement)
                let taken = try await service.snapshot(opportunity, in: engagement)
                let arn =
                    "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(engagement)"
                    + "/resource/Opportunity/\(opportunity)/template/OpportunitySummaryView/snapshot/1"
                #expect(taken == CreateResourceSnapshotResponse(arn: arn, revision: 1))
                let shown = try await service.shown(opportunity, in: engagement)
                #expect(
                    shown
                        == GetResourceSnapshotResponse(
                            arn: arn,
                            catalog: .sandbox,
                            createdAt: service.clock.now,
                            createdBy: ServiceUnderTest.account,
                            engagementId: engagement,
                            payload: .opportunitySummary(
                                OpportunitySummaryView(of: try await service.get(opportunity))
                            ),
                            resourceId: opportunity,
                            resourceSnapshotTemplateName: "OpportunitySummaryView",
                            resourceType: .opportunity,
                            revision: 1,
                            targetMemberAccounts: [ServiceUnderTest.account, Self.other]
                        )
                )
                #expect(try await service.shown(opportunity, in: engagement, account: Self.other) == shown)
            }
        }

        @Test(
            "number revisions by one, also where nothing changed, and never change an old one",
            arguments: StoreKind.all
        )
        func revisions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                #expect(try await service.snapshot(opportunity, in: engagement).revision == 1)
                let first = try await service.shown(opportunity, in: engagement)
                service.clock.advance(byMilliseconds: 1_000)
                #expect(try await service.snapshot(opportunity, in: engagement).revision == 2)
                try await service.associate(opportunity, .solutions, "S-1234567")
                try await service.join(Self.other, engagement)
                #expect(try await service.snapshot(opportunity, in: engagement).revision == 3)
                #expect(try await service.shown(opportunity, in: engagement, revision: 1) == first)
                #expect(try await service.shown(opportunity, in: engagement, revision: 2).payload == first.payload)
                let last = try await service.shown(opportunity, in: engagement)
                #expect(last.revision == 3 && last.payload != first.payload)
                #expect(try await service.shown(opportunity, in: engagement, revision: 3) == last)
                // Who joined later is a member like the others.
                #expect(
                    try await service.shown(opportunity, in: engagement, revision: 1, account: Self.other) == first
                )
            }
        }

        @Test("count for each engagement and each opportunity by itself", arguments: StoreKind.all)
        func series(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (one, two) = (try await service.create(), try await service.create())
                let (here, there) = (try await service.createEngagement(), try await service.createEngagement())
                for (opportunity, engagement) in [(one, here), (two, here), (one, there)] {
                    #expect(try await service.snapshot(opportunity, in: engagement).revision == 1)
                }
                #expect(try await service.snapshot(one, in: here).revision == 2)
            }
        }

        @Test("with a token that was used answer what was answered first", arguments: StoreKind.all)
        func idempotent(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let first = try await service.snapshot(opportunity, in: engagement, token: "t")
                try await service.snapshot(opportunity, in: engagement)
                #expect(try await service.snapshot(opportunity, in: engagement, token: "t") == first)
                #expect(try await service.count("resource_snapshot") == 2)
                let other = try await service.create()
                let refused = try await refusal { try await service.snapshot(other, in: engagement, token: "t") }
                #expect(refused.code == "ConflictException")
            }
        }

        @Test("of twenty at once each is a revision of its own", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let revisions = try await withThrowingTaskGroup(of: Int?.self) { group in
                    for _ in 0..<20 {
                        group.addTask { try await service.snapshot(opportunity, in: engagement).revision }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(Set(revisions) == Set((1...20).map(Optional.some)))
            }
        }

        @Test("are not found by revision where there is none", arguments: StoreKind.all)
        func noRevision(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let none = try await refusal { _ = try await service.shown(opportunity, in: engagement) }
                try await service.snapshot(opportunity, in: engagement)
                let two = try await refusal { _ = try await service.shown(opportunity, in: engagement, revision: 2) }
                #expect(none.code == "ResourceNotFoundException")
                #expect(two == none)
            }
        }

        @Test("the first one makes an engagement about a lead one about a project too", arguments: StoreKind.all)
        func project(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement([.lead])
                try await service.join(Self.other, engagement)
                service.clock.advance(byMilliseconds: 1_000)
                for _ in 1...2 { try await service.snapshot(opportunity, in: engagement) }
                let shown = try await service.engagement(engagement)
                #expect(shown.contexts?.map(\.type) == [.lead, .customerProject])
                #expect(shown.modifiedBy == ServiceUnderTest.account && shown.modifiedAt == service.clock.now)
                let updates = try await service.told().filter { $0.hasSuffix("Engagement Updated") }
                #expect(
                    updates == [ServiceUnderTest.account, Self.other].map { "\($0) Engagement Updated" }
                )
                let started = try await service.createEngagement([.project])
                try await service.snapshot(opportunity, in: started)
                #expect(try await service.engagement(started).contexts?.map(\.type) == [.customerProject])
            }
        }
    }
}

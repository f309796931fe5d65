import AWSJSON
import SellingShapes
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("The event of a snapshot")
    struct SnapshotEventTests {
        static let other = ServiceUnderTest.otherAccount

        @Test("is told once to every member, as it was recorded", arguments: StoreKind.all)
        func content(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement([.project])
                try await service.join(Self.other, engagement)
                let arn = try await service.snapshot(opportunity, in: engagement).arn
                let events = try await service.snapshotEvents()
                #expect(events.map(\.account) == [ServiceUnderTest.account, Self.other])
                for event in events {
                    #expect(event.catalog == "Sandbox" && event.resource == opportunity)
                    #expect(event.occurredAtMilliseconds == service.clock.now.millisecondsSinceEpoch)
                    #expect(
                        event.resources
                            == ["arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(engagement)"]
                    )
                    #expect(
                        String(decoding: event.detail, as: UTF8.self)
                            == #"{"schemaVersion":"1","catalog":"Sandbox","resourceSnapshot":{"arn":"\#(arn ?? "")","#
                            + #""engagementId":"\#(engagement)","resourceId":"\#(opportunity)","#
                            + #""resourceType":"Opportunity","createdBy":"\#(ServiceUnderTest.account)","#
                            + #""targetMemberAccounts":["\#(ServiceUnderTest.account)","\#(Self.other)"],"#
                            + #""resourceSnapshotTemplateName":"OpportunitySummaryView"}}"#
                    )
                }
            }
        }

        @Test(
            "is told for what happened and for nothing else, after the change that it follows",
            arguments: StoreKind.all
        )
        func exactly(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement([.project])
                for _ in 1...2 { try await service.snapshot(opportunity, in: engagement, token: "t") }
                _ = try await service.runningJob(opportunity, in: engagement)
                try await service.associate(opportunity, .solutions, "S-1234567")
                _ = try await refusal { try await service.snapshot("O1", in: engagement) }
                #expect(
                    try await service.events() == [
                        "Opportunity Created", "Engagement Created", "Engagement Resource Snapshot Created",
                        "Opportunity Updated", "Engagement Resource Snapshot Created",
                    ]
                )
            }
        }

        @Test("of AWS's full view is told to the owner alone, and AWS is never told", arguments: StoreKind.all)
        func fullView(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                try await service.join(Self.other, engagement)
                try await service.join("aws", engagement)
                try await SnapshotVisibilityTests.takeFullView(service, opportunity, in: engagement)
                #expect(try await service.snapshotEvents().map(\.account) == [ServiceUnderTest.account])
                try await service.snapshot(opportunity, in: engagement)
                #expect(
                    try await service.snapshotEvents().dropFirst().map(\.account) == [
                        ServiceUnderTest.account, Self.other,
                    ]
                )
                let detail = try #require(try await service.snapshotEvents().last?.detail)
                #expect(
                    String(decoding: detail, as: UTF8.self)
                        .contains(#"["\#(ServiceUnderTest.account)","\#(Self.other)","aws"]"#)
                )
            }
        }
    }
}

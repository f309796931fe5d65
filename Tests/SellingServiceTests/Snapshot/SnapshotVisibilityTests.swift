import SellingDomain
import SellingShapes
import SellingWire
import Store
import Testing

@testable import SellingService

extension SellingServiceTests {
    @Suite("Who sees a snapshot")
    struct SnapshotVisibilityTests {
        static let other = ServiceUnderTest.otherAccount
        static let fullView = "AwsOpportunitySummaryFullView"

        /// What AWS does on its side: a snapshot of it, for the opportunity's owner.
        static func takeFullView(_ service: ServiceUnderTest, _ opportunity: String, in engagement: String) async throws
        {
            let snapshots = OpportunitySnapshots(
                environment: service.environment,
                opportunity: OpportunityKey(
                    account: ServiceUnderTest.account,
                    catalog: .sandbox,
                    identifier: opportunity
                ),
                engagement: engagement,
                template: SnapshotTemplates.awsOpportunitySummaryFullView
            )
            let summary = GetAwsOpportunitySummaryResponse(catalog: .sandbox, origin: .partnerReferral)
            let now = service.clock.now
            try await service.store.write { _ = try snapshots.append(in: $0, summary, at: now) }
        }

        @Test("AWS's full view: the opportunity's owner, and no other member", arguments: StoreKind.all)
        func fullView(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                try await service.join(Self.other, engagement)
                let absent = try await refusal {
                    _ = try await service.shown(opportunity, in: engagement, account: Self.other)
                }
                try await service.snapshot(opportunity, in: engagement)
                try await Self.takeFullView(service, opportunity, in: engagement)
                let shown = try await service.shown(opportunity, in: engagement, template: Self.fullView)
                #expect(shown.createdBy == "aws" && shown.targetMemberAccounts == [ServiceUnderTest.account])
                #expect(
                    shown.payload
                        == .awsOpportunitySummaryFullView(AwsOpportunitySummaryFullView(origin: .partnerReferral))
                )
                let refused = try await refusal {
                    _ = try await service.shown(
                        opportunity,
                        in: engagement,
                        template: Self.fullView,
                        account: Self.other
                    )
                }
                #expect(refused == absent)
                #expect(try await Self.listed(service, engagement).count == 2)
                #expect(
                    try await Self.listed(service, engagement, account: Self.other)
                        .map(\.resourceSnapshotTemplateName) == ["OpportunitySummaryView"]
                )
            }
        }

        private static func listed(
            _ service: ServiceUnderTest,
            _ engagement: String,
            account: String = ServiceUnderTest.account
        ) async throws -> [ResourceSnapshotSummary] {
            let request = ListResourceSnapshotsRequest(catalog: .sandbox, engagementIdentifier: engagement)
            return try await service.call(ListResourceSnapshots.self, request, account: account)
                .resourceSnapshotSummaries
        }

        @Test("to others everything looks as if it were not there, to the byte", arguments: StoreKind.all)
        func outsiders(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let job = try await service.runningJob(opportunity, in: engagement)
                let key = #""EngagementIdentifier":"\#(engagement)""#
                let subject =
                    #"\#(key),"ResourceType":"Opportunity","ResourceIdentifier":"\#(opportunity)","#
                    + #""ResourceSnapshotTemplateIdentifier":"OpportunitySummaryView""#
                let name = #""ResourceSnapshotJobIdentifier":"\#(job)""#
                for (operation, members) in [
                    ("CreateResourceSnapshot", #"\#(subject),"ClientToken":"t""#), ("GetResourceSnapshot", subject),
                    ("ListResourceSnapshots", key), ("CreateResourceSnapshotJob", #"\#(subject),"ClientToken":"t""#),
                    ("GetResourceSnapshotJob", name), ("StartResourceSnapshotJob", name),
                    ("StopResourceSnapshotJob", name), ("DeleteResourceSnapshotJob", name),
                ] {
                    let absent = try await service.send(
                        operation,
                        #"{"Catalog":"Sandbox",\#(members)}"#
                            .replacing(engagement, with: "eng-00000000000000")
                            .replacing(job, with: "job-0000000000000")
                    )
                    #expect(absent.code == "ResourceNotFoundException", "\(operation)")
                    let body = #"{"Catalog":"Sandbox",\#(members)}"#
                    #expect(try await service.send(operation, body, account: Self.other) == absent, "\(operation)")
                    let elsewhere = body.replacing("Sandbox", with: "AWS")
                    #expect(try await service.send(operation, elsewhere) == absent, "\(operation)")
                }
            }
        }

        @Test("a member takes none of an opportunity that is another's", arguments: StoreKind.all)
        func othersOpportunity(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                try await service.join(Self.other, engagement)
                let refused = try await refusal {
                    try await service.snapshot(opportunity, in: engagement, account: Self.other)
                }
                #expect(refused.code == "ResourceNotFoundException")
                let job = try await refusal {
                    _ = try await service.createJob(opportunity, in: engagement, account: Self.other)
                }
                #expect(job == refused)
            }
        }
    }
}

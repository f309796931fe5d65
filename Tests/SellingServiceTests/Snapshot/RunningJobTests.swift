import SellingDomain
import SellingShapes
import Store
import Testing

extension SellingServiceTests {
    @Suite("A running snapshot job")
    struct RunningJobTests {
        static let arn = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"

        /// An opportunity with a running job in an engagement.
        struct Scene {
            let service: ServiceUnderTest
            let opportunity: String
            let engagement: String
            let job: String

            init(_ service: ServiceUnderTest) async throws {
                self.service = service
                opportunity = try await service.create()
                engagement = try await service.createEngagement()
                job = try await service.runningJob(opportunity, in: engagement)
            }

            var revisions: Int { get async throws { try await service.revisions(opportunity, in: engagement) } }
        }

        @Test("takes one snapshot with every change of what its template shows", arguments: StoreKind.all)
        func everyChange(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                #expect(try await scene.revisions == 1)
                service.clock.advance(byMilliseconds: 1_000)
                try await service.associate(scene.opportunity, .solutions, "S-1234567")
                #expect(try await scene.revisions == 2)
                try await service.associate(scene.opportunity, .awsProducts, "AmazonS3")
                try await service.disassociate(scene.opportunity, .solutions, "S-1234567")
                #expect(try await scene.revisions == 4)
                let shown = try await service.shown(scene.opportunity, in: scene.engagement)
                let opportunity = try await service.get(scene.opportunity)
                #expect(shown.payload == .opportunitySummary(OpportunitySummaryView(of: opportunity)))
                #expect(shown.createdAt == opportunity.lastModifiedDate)
                #expect(try await service.job(scene.job).lastSuccessfulExecutionDate == opportunity.lastModifiedDate)
            }
        }

        @Test("takes none with what the template does not show, or says to be no news", arguments: StoreKind.all)
        func noNews(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                let executed = try await service.job(scene.job).lastSuccessfulExecutionDate
                service.clock.advance(byMilliseconds: 1_000)
                try await TagTests.tag(service, TagTests.arn(scene.opportunity), [Tag(key: "a", value: "1")])
                try await service.associate(scene.opportunity, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                try await service.disassociate(scene.opportunity, .awsMarketplaceOffers, "\(Self.arn)/Offer/offer-1")
                _ = try await refusal {
                    try await service.associate(scene.opportunity, .solutions, "S-1111111")
                }
                #expect(try await scene.revisions == 1)
                #expect(try await service.job(scene.job).lastSuccessfulExecutionDate == executed)
                #expect(try await service.snapshotEvents().count == 1)
            }
        }

        @Test("takes none once it is stopped, and makes up for it when it starts again", arguments: StoreKind.all)
        func stopped(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                try await service.stop(scene.job)
                try await service.associate(scene.opportunity, .solutions, "S-1234567")
                try await service.associate(scene.opportunity, .awsProducts, "AmazonS3")
                #expect(try await scene.revisions == 1)
                try await service.start(scene.job)
                #expect(try await scene.revisions == 2)
                for _ in 1...2 { try await service.start(scene.job) }
                try await service.stop(scene.job)
                try await service.start(scene.job)
                #expect(try await scene.revisions == 2)
            }
        }

        @Test("looks at what was shown last, whoever took it", arguments: StoreKind.all)
        func afterDirectSnapshot(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                try await service.snapshot(opportunity, in: engagement)
                let job = try await service.runningJob(opportunity, in: engagement)
                #expect(try await service.revisions(opportunity, in: engagement) == 1)
                #expect(try await service.job(job).lastSuccessfulExecutionDate == nil)
            }
        }

        @Test("keeps to its own opportunity and engagement", arguments: StoreKind.all)
        func others(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                let other = try await service.create()
                let elsewhere = try await service.createEngagement()
                _ = try await service.runningJob(other, in: scene.engagement)
                _ = try await service.runningJob(scene.opportunity, in: elsewhere)
                try await service.associate(scene.opportunity, .solutions, "S-1234567")
                #expect(try await scene.revisions == 2)
                #expect(try await service.revisions(scene.opportunity, in: elsewhere) == 2)
                #expect(try await service.revisions(other, in: scene.engagement) == 1)
            }
        }

        @Test(
            "its snapshot and the change are one: where the change is undone, so is the snapshot",
            arguments: StoreKind.all
        )
        func together(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                // A revision that is in the way makes the job's statement fail.
                try await service.store.write { transaction in
                    try transaction.run(
                        """
                        INSERT INTO resource_snapshot (catalog, engagement, series, revision, document)
                        SELECT catalog, engagement, series, 2, document FROM resource_snapshot
                        """
                    )
                }
                let document = try await service.document(scene.opportunity)
                await #expect(throws: StoreError.self) {
                    try await service.associate(scene.opportunity, .solutions, "S-1234567")
                }
                #expect(try await service.document(scene.opportunity) == document)
                #expect(try await service.events().filter { $0 == "Opportunity Updated" } == [])
            }
        }

        @Test("changes at once end in as many snapshots, the last of which shows all", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let scene = try await Scene(service)
                let products = ["AmazonS3", "AmazonEC2Linux", "AmazonEC2Mac", "AmazonEC2G5", "AmazonEC2Inf1"]
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for product in products {
                        group.addTask { try await service.associate(scene.opportunity, .awsProducts, product) }
                    }
                    try await group.waitForAll()
                }
                #expect(try await scene.revisions == 6)
                guard
                    case .opportunitySummary(let view) = try await service.shown(
                        scene.opportunity,
                        in: scene.engagement
                    ).payload
                else {
                    Issue.record("no view of the opportunity")
                    return
                }
                #expect(Set(view.relatedEntityIdentifiers?.awsProducts ?? []) == Set(products))
            }
        }
    }
}

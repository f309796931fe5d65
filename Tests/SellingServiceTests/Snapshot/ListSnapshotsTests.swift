import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("ListResourceSnapshots and ListEngagementResourceAssociations")
    struct ListSnapshotsTests {
        static let other = ServiceUnderTest.otherAccount

        static func list(
            _ service: ServiceUnderTest,
            _ engagement: String,
            account: String = ServiceUnderTest.account,
            _ adjust: (inout ListResourceSnapshotsRequest) -> Void = { _ in }
        ) async throws -> ListResourceSnapshotsResponse {
            var request = ListResourceSnapshotsRequest(catalog: .sandbox, engagementIdentifier: engagement)
            adjust(&request)
            return try await service.call(ListResourceSnapshots.self, request, account: account)
        }

        static func associations(
            _ service: ServiceUnderTest,
            account: String = ServiceUnderTest.account,
            _ adjust: (inout ListEngagementResourceAssociationsRequest) -> Void = { _ in }
        ) async throws -> ListEngagementResourceAssociationsResponse {
            var request = ListEngagementResourceAssociationsRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListEngagementResourceAssociations.self, request, account: account)
        }

        @Test("snapshots: the last of each opportunity, the one that came in last first", arguments: StoreKind.all)
        func last(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                #expect(try await Self.list(service, engagement).resourceSnapshotSummaries == [])
                let (one, two) = (try await service.create(), try await service.create())
                try await service.snapshot(one, in: engagement)
                service.clock.advance(byMilliseconds: 1_000)
                try await service.snapshot(two, in: engagement)
                service.clock.advance(byMilliseconds: 1_000)
                let again = try await service.snapshot(one, in: engagement)
                let listed = try await Self.list(service, engagement)
                #expect(listed.resourceSnapshotSummaries.map(\.resourceId) == [two, one])
                #expect(listed.nextToken == nil)
                #expect(
                    listed.resourceSnapshotSummaries.last
                        == ResourceSnapshotSummary(
                            arn: again.arn,
                            createdBy: ServiceUnderTest.account,
                            resourceId: one,
                            resourceSnapshotTemplateName: "OpportunitySummaryView",
                            resourceType: .opportunity,
                            revision: 2
                        )
                )
            }
        }

        @Test("snapshots: each filter lets what it names pass", arguments: StoreKind.all)
        func filters(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                try await service.join(Self.other, engagement)
                let mine = try await service.create()
                let theirs = try await service.create(account: Self.other)
                try await service.snapshot(mine, in: engagement)
                try await service.snapshot(theirs, in: engagement, account: Self.other)
                let all = try await Self.list(service, engagement).resourceSnapshotSummaries
                #expect(Set(all.map(\.resourceId)) == [mine, theirs])
                let byResource = try await Self.list(service, engagement) { $0.resourceIdentifier = mine }
                let byCreator = try await Self.list(service, engagement) { $0.createdBy = Self.other }
                let byTemplate = try await Self.list(service, engagement) {
                    $0.resourceSnapshotTemplateIdentifier = "Opportunity"
                }
                let byType = try await Self.list(service, engagement) { $0.resourceType = .opportunity }
                #expect(byResource.resourceSnapshotSummaries.map(\.resourceId) == [mine])
                #expect(byCreator.resourceSnapshotSummaries.map(\.resourceId) == [theirs])
                #expect(byTemplate.resourceSnapshotSummaries == [])
                #expect(byType.resourceSnapshotSummaries == all)
            }
        }

        @Test("snapshots: pages of any size show everything once, in order", arguments: StoreKind.all)
        func pages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                for number in 1...5 {
                    // Two of them in one moment.
                    if number != 3 { service.clock.advance(byMilliseconds: 1) }
                    try await service.snapshot(try await service.create(), in: engagement)
                }
                let whole = try await Self.list(service, engagement).resourceSnapshotSummaries
                #expect(whole.count == 5)
                for size in 1...6 {
                    var shown: [ResourceSnapshotSummary] = []
                    var token: String?
                    repeat {
                        let page = try await Self.list(service, engagement) {
                            $0.maxResults = size
                            $0.nextToken = token
                        }
                        #expect(page.resourceSnapshotSummaries.count <= size)
                        shown += page.resourceSnapshotSummaries
                        token = page.nextToken
                    } while token != nil && shown.count < 100
                    #expect(shown == whole, "pages of \(size)")
                }
            }
        }

        @Test("snapshots: a token continues neither another engagement nor another list", arguments: StoreKind.all)
        func tokens(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let (one, two) = (try await service.createEngagement(), try await service.createEngagement())
                for engagement in [one, two] {
                    for _ in 1...2 { try await service.snapshot(try await service.create(), in: engagement) }
                }
                let token = try #require(try await Self.list(service, one) { $0.maxResults = 1 }.nextToken)
                let elsewhere = try await refusal { _ = try await Self.list(service, two) { $0.nextToken = token } }
                let associations = try await refusal {
                    _ = try await Self.associations(service) { $0.nextToken = token }
                }
                for refused in [elsewhere, associations] {
                    #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"])
                }
            }
        }

        @Test("associations: each opportunity once for each engagement of the caller's", arguments: StoreKind.all)
        func associations(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let older = try await service.createEngagement()
                service.clock.advance(byMilliseconds: 1_000)
                let newer = try await service.createEngagement()
                _ = try await service.createEngagement()
                try await service.join(Self.other, older)
                let mine = try await service.create()
                let theirs = try await service.create(account: Self.other)
                #expect(try await Self.associations(service).engagementResourceAssociationSummaries == [])
                for engagement in [older, newer, older] { try await service.snapshot(mine, in: engagement) }
                try await service.snapshot(theirs, in: older, account: Self.other)
                func summary(_ engagement: String, _ resource: String, _ creator: String)
                    -> EngagementResourceAssociationSummary
                {
                    EngagementResourceAssociationSummary(
                        catalog: .sandbox,
                        createdBy: creator,
                        engagementId: engagement,
                        resourceId: resource,
                        resourceType: .opportunity
                    )
                }
                let ofNewer = summary(newer, mine, ServiceUnderTest.account)
                let ofOlder = [
                    summary(older, theirs, Self.other), summary(older, mine, ServiceUnderTest.account),
                ]
                let all = try await Self.associations(service)
                #expect(all.engagementResourceAssociationSummaries == [ofNewer] + ofOlder)
                #expect(all.nextToken == nil)
                let seen = try await Self.associations(service, account: Self.other)
                #expect(seen.engagementResourceAssociationSummaries == ofOlder)
                let byEngagement = try await Self.associations(service) { $0.engagementIdentifier = older }
                #expect(byEngagement.engagementResourceAssociationSummaries == ofOlder)
                let byCreator = try await Self.associations(service) { $0.createdBy = Self.other }
                #expect(byCreator.engagementResourceAssociationSummaries == [ofOlder[0]])
                let byResource = try await Self.associations(service) { $0.resourceIdentifier = mine }
                #expect(byResource.engagementResourceAssociationSummaries == [ofNewer, ofOlder[1]])
                let outside = try await Self.associations(service, account: Self.other) {
                    $0.engagementIdentifier = newer
                }
                #expect(outside.engagementResourceAssociationSummaries == [])
            }
        }

        @Test("associations: pages of any size show everything once, in order", arguments: StoreKind.all)
        func associationPages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                // Several engagements of one moment, one of them with nothing in it.
                let engagements = [
                    try await service.createEngagement(), try await service.createEngagement(),
                    try await service.createEngagement(),
                ]
                _ = try await service.createEngagement()
                for engagement in engagements {
                    for _ in 1...2 { try await service.snapshot(try await service.create(), in: engagement) }
                }
                for engagement in [nil, engagements[0]] {
                    let whole = try await Self.associations(service) { $0.engagementIdentifier = engagement }
                        .engagementResourceAssociationSummaries
                    #expect(whole.count == (engagement == nil ? 6 : 2))
                    for size in 1...7 {
                        var shown: [EngagementResourceAssociationSummary] = []
                        var token: String?
                        repeat {
                            let page = try await Self.associations(service) {
                                $0.engagementIdentifier = engagement
                                $0.maxResults = size
                                $0.nextToken = token
                            }
                            shown += page.engagementResourceAssociationSummaries
                            token = page.nextToken
                        } while token != nil && shown.count < 100
                        #expect(shown == whole, "pages of \(size)")
                    }
                }
            }
        }
    }
}

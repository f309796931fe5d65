import SellingShapes
import Testing

extension SellingServiceTests {
    /// Against a reference that has no index, no column and no page.
    @Suite("ListOpportunities, whatever is asked")
    struct ListingPropertyTests {
        static let sorts: [OpportunitySort?] =
            [nil]
            + OpportunitySortName.modelled.flatMap { name in
                SortOrder.modelled.map { OpportunitySort(sortBy: name, sortOrder: $0) }
            }

        @Test("each filter alone, in every order, in pages of any size", arguments: StoreKind.all)
        func oneFilter(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var random = RandomListing(seed: 1)
                let all = random.opportunities(90)
                try await Self.fill(service, all)
                for sort in Self.sorts {
                    for filter in -1..<RandomListing.filterCount {
                        var request = ListOpportunitiesRequest(catalog: .sandbox, sort: sort)
                        if filter >= 0 { random.addFilter(filter, to: &request, among: all) }
                        request.maxResults = random.number(7...100)
                        try await Self.compare(service, request, all)
                    }
                }
            }
        }

        @Test("several filters together", arguments: StoreKind.all, 2...3)
        func manyFilters(_ kind: StoreKind, _ seed: Int) async throws {
            try await kind.withService { service in
                var random = RandomListing(seed: seed)
                let all = random.opportunities(90)
                try await Self.fill(service, all)
                for _ in 0..<50 {
                    let sort = Self.sorts[random.number(0...Self.sorts.count - 1)]
                    var request = ListOpportunitiesRequest(catalog: .sandbox, sort: sort)
                    for filter in 0..<RandomListing.filterCount where random.chance(filter == 3 ? 6 : 3) {
                        random.addFilter(filter, to: &request, among: all)
                    }
                    request.maxResults = random.number(1...20)
                    try await Self.compare(service, request, all)
                }
            }
        }

        @Test("what was changed is where it belongs now", arguments: StoreKind.all)
        func afterChanges(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var random = RandomListing(seed: 5)
                let first = random.opportunities(60)
                try await Self.fill(service, first)
                var changed = random.opportunities(60)
                for index in changed.indices { changed[index].id = first[index].id }
                try await service.replace(changed)
                for sort in Self.sorts {
                    var request = ListOpportunitiesRequest(catalog: .sandbox, sort: sort)
                    random.addFilter(random.number(0...RandomListing.filterCount - 1), to: &request, among: changed)
                    try await Self.compare(service, request, changed)
                }
            }
        }

        static let sparse: [ListOpportunitiesRequest] = [
            ListOpportunitiesRequest(
                catalog: .sandbox,
                lifeCycleReviewStatus: [.approved],
                lifeCycleStage: [.launched, .qualified, .committed]
            ),
            ListOpportunitiesRequest(
                catalog: .sandbox,
                createdDate: CreatedDateFilter(beforeCreatedDate: .of2026(1_100)),
                lifeCycleStage: [.launched, .qualified, .committed]
            ),
            ListOpportunitiesRequest(
                catalog: .sandbox,
                customerCompanyName: ["company 3", "company 7", "company 5"],
                lifeCycleStage: [.prospect],
                maxResults: 3,
                sort: OpportunitySort(sortBy: .customerCompanyName, sortOrder: .ascending)
            ),
            ListOpportunitiesRequest(
                catalog: .sandbox,
                identifier: [],
                lifeCycleStage: [.closedLost],
                maxResults: 100,
                sort: OpportunitySort(sortBy: .targetCloseDate, sortOrder: .descending)
            ),
        ]

        @Test("among many that are not asked for, on pages of the bound", arguments: StoreKind.all)
        func sparse(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let all = ListingPlanTests.opportunities(2_500)
                try await service.put(all)
                for request in Self.sparse {
                    let pages = try await service.pages { $0 = request }
                    let shown = pages.flatMap { $0 }.map(\.id)
                    #expect(shown == NaiveList.identifiers(request, among: all), "\(request)")
                    #expect(!shown.isEmpty)
                }
            }
        }

        /// Beside opportunities of another account and another catalog, which are none of anybody else's business.
        private static func fill(_ service: ServiceUnderTest, _ all: [GetOpportunityResponse]) async throws {
            try await service.put(all)
            try await service.put(all, account: ServiceUnderTest.otherAccount)
            try await service.put(
                all.map { opportunity in
                    var opportunity = opportunity
                    opportunity.catalog = .aws
                    return opportunity
                }
            )
        }

        private static func compare(
            _ service: ServiceUnderTest,
            _ request: ListOpportunitiesRequest,
            _ all: [GetOpportunityResponse]
        ) async throws {
            let pages = try await service.pages { $0 = request }
            #expect(pages.flatMap { $0 }.map(\.id) == NaiveList.identifiers(request, among: all), "\(request)")
            // So few rows are never more than a page may examine: every page but the last is full.
            let size = request.maxResults ?? 20
            #expect(pages.dropLast().allSatisfy { $0.count == size }, "\(request)")
            #expect(pages.last?.isEmpty == false || pages.count == 1, "\(request)")
        }
    }
}

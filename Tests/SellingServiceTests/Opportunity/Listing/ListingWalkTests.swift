import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("A walk through all pages of ListOpportunities")
    struct ListingWalkTests {
        static let sorts: [OpportunitySort?] = [
            nil,
            OpportunitySort(sortBy: .lastModifiedDate, sortOrder: .ascending),
            OpportunitySort(sortBy: .customerCompanyName, sortOrder: .ascending),
        ]

        /// Every third one is changed during the walk; the others nobody touches.
        static let opportunities: [GetOpportunityResponse] = (1...2_000).map { number in
            .listed(
                "O\(10_000_000 + number)",
                modified: Int64(number / 3),
                stage: Stage.modelled[number % 7],
                company: "Company \(number % 50)"
            )
        }
        static let untouched = opportunities.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)

        @Test("neither loses nor repeats what is not touched meanwhile", arguments: StoreKind.all, sorts)
        func concurrent(_ kind: StoreKind, _ sort: OpportunitySort?) async throws {
            try await kind.withService { service in
                try await service.put(Self.opportunities)
                let request = ListOpportunitiesRequest(catalog: .sandbox, maxResults: 90, sort: sort)
                let found = try await Self.whileChanging(service) {
                    try await service.pages { $0 = request }
                }
                let mine = Set(Self.untouched.map(\.id))
                let shown = found.flatMap { $0 }.compactMap(\.id).filter(mine.contains)
                #expect(shown == NaiveList.identifiers(request, among: Self.untouched))
            }
        }

        /// So many that the walk does not end among them, and no more: a walk that is slower than the changes would
        /// not end at all.
        private static let mostChanges = 600

        /// Inserts and updates, until the body is done: behind the walk, before it and where it is.
        private static func whileChanging<Value: Sendable>(
            _ service: ServiceUnderTest,
            _ body: () async throws -> Value
        ) async throws -> Value {
            let changes = Task {
                var round = 0
                while !Task.isCancelled && round < mostChanges {
                    round += 1
                    try await service.put([
                        .listed("O\(20_000_000 + round)", modified: Int64(round * 7 % 700), company: "Company \(round)")
                    ])
                    var changed = opportunities[round * 3 % 1_998 / 3 * 3]
                    changed.lastModifiedDate = .of2026(Int64(round * 31 % 900))
                    changed.customer?.account?.companyName = "Company \(round * 17 % 60)"
                    try await service.replace([changed])
                    await Task.yield()
                }
                return round
            }
            let value: Value
            do {
                value = try await body()
            } catch {
                changes.cancel()
                throw error
            }
            changes.cancel()
            #expect(try await changes.value > 0)
            return value
        }

        @Test("what comes between two pages is shown where its place is still to come", arguments: StoreKind.all)
        func betweenPages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await service.put((1...4).map { .listed("O\($0)", modified: Int64($0 * 10)) })
                let first = try await service.list { $0.maxResults = 2 }
                #expect(first.identifiers == ["O4", "O3"])
                try await service.put([.listed("O5", modified: 50), .listed("O6", modified: 15)])
                // Changed, it stands before the place that the walk has reached: it is not shown on this walk.
                try await service.replace([.listed("O1", modified: 60)])
                let second = try await service.list { $0.nextToken = first.nextToken }
                #expect(second.identifiers == ["O2", "O6"])
            }
        }
    }
}

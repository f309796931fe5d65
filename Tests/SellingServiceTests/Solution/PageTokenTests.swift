import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("A page token of ListSolutions")
    struct PageTokenTests {
        typealias Adjustment = @Sendable (inout ListSolutionsRequest) -> Void

        static let otherQueries: [(String, Adjustment)] = [
            ("another catalog", { $0.catalog = .aws }),
            ("a filter more", { $0.status = [.active] }),
            ("an identifier more", { $0.identifier = ["S-1"] }),
            ("another order", { $0.sort = SolutionSort(sortBy: .name, sortOrder: .descending) }),
            ("a token with a letter changed", { $0.nextToken = $0.nextToken.map { String($0.dropLast()) + "!" } }),
            ("a token cut short", { $0.nextToken = $0.nextToken.map { String($0.dropLast(4)) } }),
            ("no token of ours", { $0.nextToken = "page-2" }),
            ("an empty one", { $0.nextToken = "" }),
        ]

        @Test("continues no other query", arguments: StoreKind.all)
        func bound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await ListSolutionsTests.list(service) { $0.maxResults = 1 }.nextToken
                for (name, adjust) in Self.otherQueries {
                    let refused = try await refusal {
                        _ = try await ListSolutionsTests.list(service) {
                            $0.nextToken = token
                            adjust(&$0)
                        }
                    }
                    #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"], "\(name)")
                    #expect(refused.validation?.errorList?.map(\.code) == [.invalidValue], "\(name)")
                }
            }
        }

        @Test("continues no other account's", arguments: StoreKind.all)
        func boundToAccount(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await ListSolutionsTests.list(service) { $0.maxResults = 1 }.nextToken
                let refused = try await refusal {
                    _ = try await ListSolutionsTests.list(service, account: ServiceUnderTest.otherAccount) {
                        $0.nextToken = token
                    }
                }
                #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"])
            }
        }

        @Test("leaves the size of the page free, and holds on another node", arguments: StoreKind.all)
        func free(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await ListSolutionsTests.list(service) { $0.maxResults = 1 }.nextToken
                let node = try await ServiceUnderTest(on: service.store)
                for size in [1, 2, 100] {
                    let page = try await ListSolutionsTests.list(node) {
                        $0.nextToken = token
                        $0.maxResults = size
                    }
                    #expect(page.solutionSummaries.map(\.id) == Array(["S-1234567", "S-1111111"].prefix(size)))
                }
            }
        }
    }
}

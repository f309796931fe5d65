import SellingShapes
import Testing

extension SellingServiceTests {
    @Suite("A page token of ListOpportunities")
    struct ListingTokenTests {
        typealias Adjustment = @Sendable (inout ListOpportunitiesRequest) -> Void

        static let otherQueries: [(String, Adjustment)] = [
            ("another catalog", { $0.catalog = .aws }),
            ("a filter more", { $0.lifeCycleStage = [.prospect] }),
            ("an identifier more", { $0.identifier = ["O1"] }),
            ("a bound more", { $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: .of2026(0)) }),
            ("another sort", { $0.sort = OpportunitySort(sortBy: .createdDate, sortOrder: .descending) }),
            ("another order", { $0.sort = OpportunitySort(sortBy: .lastModifiedDate, sortOrder: .ascending) }),
            ("a token cut short", { $0.nextToken = $0.nextToken.map { String($0.dropLast(4)) } }),
            ("a longer token", { $0.nextToken = $0.nextToken.map { $0 + "AAAA" } }),
            ("no token of ours", { $0.nextToken = "page-2" }),
            ("an empty one", { $0.nextToken = "" }),
        ]

        static func token(_ service: ServiceUnderTest) async throws -> String {
            try await service.put((1...3).map { .listed("O\($0)", modified: Int64($0)) })
            return try #require(try await service.list { $0.maxResults = 1 }.nextToken)
        }

        static func refuse(
            _ service: ServiceUnderTest,
            _ name: String,
            account: String = ServiceUnderTest.account,
            _ adjust: Adjustment
        ) async throws {
            let refused = try await refusal { _ = try await service.list(account: account, adjust) }
            #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"], "\(name)")
            #expect(refused.validation?.errorList?.map(\.code) == [.invalidValue], "\(name)")
        }

        @Test("continues no other query", arguments: StoreKind.all)
        func bound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await Self.token(service)
                for (name, adjust) in Self.otherQueries {
                    try await Self.refuse(service, name) {
                        $0.nextToken = token
                        adjust(&$0)
                    }
                }
            }
        }

        @Test("continues no other account's", arguments: StoreKind.all)
        func boundToAccount(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await Self.token(service)
                try await Self.refuse(service, "account", account: ServiceUnderTest.otherAccount) {
                    $0.nextToken = token
                }
            }
        }

        @Test("continues nothing with any of its letters changed")
        func edited() async throws {
            try await StoreKind.memory.withService { service in
                let token = try await Self.token(service)
                for place in token.indices {
                    let other: Character = token[place] == "A" ? "B" : "A"
                    let edited = token.replacingCharacters(at: place, with: other)
                    try await Self.refuse(service, edited) { $0.nextToken = edited }
                }
            }
        }

        @Test("is not one of another operation, nor that one of this", arguments: StoreKind.all)
        func boundToOperation(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let ours = try await Self.token(service)
                let theirs = try await ListSolutionsTests.list(service) { $0.maxResults = 1 }.nextToken
                try await Self.refuse(service, "ListSolutions") { $0.nextToken = theirs }
                let refused = try await refusal {
                    _ = try await ListSolutionsTests.list(service) { $0.nextToken = ours }
                }
                #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"])
            }
        }

        @Test("leaves the size of the page free, and holds on another node", arguments: StoreKind.all)
        func free(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let token = try await Self.token(service)
                let node = try await ServiceUnderTest(on: service.store)
                for size in [1, 2, 100] {
                    let page = try await node.list {
                        $0.nextToken = token
                        $0.maxResults = size
                    }
                    #expect(page.identifiers == Array(["O2", "O1"].prefix(size)))
                    #expect((page.nextToken == nil) == (size > 1))
                }
            }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(at place: Index, with other: Character) -> String {
        self[..<place] + String(other) + self[index(after: place)...]
    }
}

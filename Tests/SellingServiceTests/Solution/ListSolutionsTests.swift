import SellingService
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("ListSolutions")
    struct ListSolutionsTests {
        static func list(
            _ service: ServiceUnderTest,
            account: String = ServiceUnderTest.account,
            _ adjust: (inout ListSolutionsRequest) -> Void = { _ in }
        ) async throws -> ListSolutionsResponse {
            var request = ListSolutionsRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListSolutions.self, request, account: account)
        }

        static func put(
            _ service: ServiceUnderTest,
            _ identifier: String?,
            account: String = ServiceUnderTest.account,
            catalog: String = "Sandbox",
            status: String = "Active"
        ) async throws -> String {
            try await service.environment.putSolution(
                account: account,
                catalog: catalog,
                NewSolution(identifier: identifier, name: "Ours", category: "Hardware Product", status: status)
            ).identifier
        }

        @Test("every account has the given ones, last identifier first, without a row", arguments: StoreKind.all)
        func given(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for catalog in CatalogIdentifier.modelled {
                    let answer = try await Self.list(service) { $0.catalog = catalog }
                    #expect(answer.solutionSummaries.map(\.id) == ["S-7654321", "S-1234567", "S-1111111"])
                    #expect(answer.solutionSummaries.allSatisfy { $0.catalog == catalog })
                    #expect(
                        answer.solutionSummaries.first?.arn
                            == "arn:aws:partnercentral:us-east-1:111122223333:catalog/\(catalog.rawValue)/solution/S-7654321"
                    )
                    #expect(answer.nextToken == nil)
                }
                #expect(try await service.count("solution") == 0)
            }
        }

        @Test("an account's own come beside them and before those of the same identifier", arguments: StoreKind.all)
        func own(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                _ = try await Self.put(service, "S-5")
                _ = try await Self.put(service, "S-1234567", status: "Draft")
                let solutions = try await Self.list(service).solutionSummaries
                #expect(solutions.map(\.id) == ["S-7654321", "S-5", "S-1234567", "S-1111111"])
                #expect(solutions.map(\.status) == [.active, .active, .draft, .inactive])
                let elsewhere = try await Self.list(service, account: ServiceUnderTest.otherAccount)
                #expect(elsewhere.solutionSummaries.map(\.id) == ["S-7654321", "S-1234567", "S-1111111"])
                let production = try await Self.list(service) { $0.catalog = .aws }
                #expect(production.solutionSummaries.map(\.id) == ["S-7654321", "S-1234567", "S-1111111"])
            }
        }

        @Test(
            "a new one has an identifier of seven digits, and keeps its date when it is changed",
            arguments: StoreKind.all
        )
        func newSolution(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let identifier = try await Self.put(service, nil)
                #expect(identifier.wholeMatch(of: #/S-[0-9]{7}/#) != nil)
                #expect(try await Self.put(service, nil) != identifier)
                let created = service.clock.now
                service.clock.advance(byMilliseconds: 1_000)
                _ = try await Self.put(service, identifier, status: "Inactive")
                let changed = try await Self.list(service) { $0.identifier = [identifier] }.solutionSummaries
                #expect(changed.map(\.status) == [.inactive])
                #expect(changed.map(\.createdDate) == [created])
            }
        }

        @Test("a new one takes no identifier that was given by name", arguments: StoreKind.all)
        func freeIdentifier(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await Self.put(service, nil)
                let next = (Int(first.dropFirst(2)) ?? 0) + 1
                let taken = "S-" + String(String(next + 10_000_000).dropFirst())
                _ = try await Self.put(service, taken)
                let second = try await Self.put(service, nil)
                #expect(second != taken)
                #expect(try await Self.list(service).solutionSummaries.count == 6)
            }
        }

        @Test("filters and order are the request's", arguments: StoreKind.all)
        func filters(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                _ = try await Self.put(service, "S-5")
                let active = try await Self.list(service) {
                    $0.status = [.active]
                    $0.sort = SolutionSort(sortBy: .category, sortOrder: .ascending)
                }
                #expect(active.solutionSummaries.map(\.id) == ["S-5", "S-1234567", "S-7654321"])
                let none = try await Self.list(service) { $0.category = ["Training Service"] }
                #expect(none.solutionSummaries.isEmpty)
            }
        }

        @Test("a page has twenty unless told otherwise", arguments: StoreKind.all)
        func pageSize(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                for number in 1...18 { _ = try await Self.put(service, "S-\(number)") }
                let first = try await Self.list(service)
                #expect(first.solutionSummaries.count == 20)
                let second = try await Self.list(service) { $0.nextToken = first.nextToken }
                #expect(second.solutionSummaries.count == 1)
                #expect(second.nextToken == nil)
                #expect(try await Self.list(service) { $0.maxResults = 21 }.nextToken == nil)
            }
        }

        @Test("pages of any size show everything once, in order", arguments: StoreKind.all, SortOrder.modelled)
        func pages(_ kind: StoreKind, _ order: SortOrder) async throws {
            try await kind.withService { service in
                for number in 1...6 { _ = try await Self.put(service, "S-\(number)") }
                let sort = SolutionSort(sortBy: .status, sortOrder: order)
                let whole = try await Self.list(service) { $0.sort = sort }.solutionSummaries
                for size in 1...9 {
                    var shown: [SolutionBase] = []
                    var token: String?
                    repeat {
                        let page = try await Self.list(service) { request in
                            request.sort = sort
                            request.maxResults = size
                            request.nextToken = token
                        }
                        #expect(page.solutionSummaries.count <= size)
                        shown += page.solutionSummaries
                        token = page.nextToken
                    } while token != nil && shown.count < 100
                    #expect(shown == whole, "pages of \(size)")
                }
            }
        }

        @Test("what comes between two pages is shown where its place is still to come", arguments: StoreKind.all)
        func changesBetweenPages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let first = try await Self.list(service) { $0.maxResults = 2 }
                #expect(first.solutionSummaries.map(\.id) == ["S-7654321", "S-1234567"])
                _ = try await Self.put(service, "S-9")
                _ = try await Self.put(service, "S-12")
                let second = try await Self.list(service) { $0.nextToken = first.nextToken }
                #expect(second.solutionSummaries.map(\.id) == ["S-12", "S-1111111"])
            }
        }
    }
}

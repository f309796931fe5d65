import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("ListEngagements")
    struct ListEngagementsTests {
        static func list(
            _ service: ServiceUnderTest,
            account: String = ServiceUnderTest.account,
            _ adjust: (inout ListEngagementsRequest) -> Void = { _ in }
        ) async throws -> ListEngagementsResponse {
            var request = ListEngagementsRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListEngagements.self, request, account: account)
        }

        static func identifiers(
            _ service: ServiceUnderTest,
            _ adjust: (inout ListEngagementsRequest) -> Void = { _ in }
        ) async throws -> [String] {
            try await list(service, adjust).engagementSummaryList.compactMap(\.id)
        }

        /// Some engagements of the account, the first created first.
        static func several(_ service: ServiceUnderTest, _ count: Int) async throws -> [String] {
            var identifiers: [String] = []
            for _ in 0..<count {
                identifiers.append(try await service.createEngagement())
                service.clock.advance(byMilliseconds: 1_000)
            }
            return identifiers
        }

        @Test("shows those of which the caller is a member, the newest first", arguments: StoreKind.all)
        func own(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let own = try await Self.several(service, 2)
                let joined = try await service.createEngagement(account: ServiceUnderTest.otherAccount)
                _ = try await service.createEngagement(account: ServiceUnderTest.outsider)
                _ = try await service.createEngagement(catalog: .aws)
                try await service.join(ServiceUnderTest.account, joined, by: ServiceUnderTest.otherAccount)
                #expect(try await Self.identifiers(service) == [joined, own[1], own[0]])
                let answer = try await Self.list(service)
                let whole = try await service.engagement(joined)
                let summary = EngagementSummary(
                    arn: whole.arn,
                    contextTypes: [.lead],
                    createdAt: whole.createdAt,
                    createdBy: ServiceUnderTest.otherAccount,
                    id: joined,
                    memberCount: 2,
                    modifiedAt: whole.modifiedAt,
                    modifiedBy: ServiceUnderTest.account,
                    title: "Docks"
                )
                #expect(answer.engagementSummaryList.first == summary)
                #expect(answer.nextToken == nil)
            }
        }

        @Test("every filter must let pass, and any value of one will do", arguments: StoreKind.all)
        func filters(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let lead = try await service.createEngagement([.lead])
                service.clock.advance(byMilliseconds: 1)
                let both = try await service.createEngagement([.project, .lead])
                service.clock.advance(byMilliseconds: 1)
                let none = try await service.createEngagement([], account: ServiceUnderTest.otherAccount)
                try await service.join(ServiceUnderTest.account, none, by: ServiceUnderTest.otherAccount)
                let arn = try #require(try await service.engagement(both).arn)
                let (own, other) = (ServiceUnderTest.account, ServiceUnderTest.otherAccount)
                #expect(try await Self.identifiers(service) { $0.createdBy = [other, "aws"] } == [none])
                #expect(try await Self.identifiers(service) { $0.excludeCreatedBy = [other] } == [both, lead])
                #expect(try await Self.identifiers(service) { $0.contextTypes = [.lead] } == [both, lead])
                #expect(try await Self.identifiers(service) { $0.contextTypes = [.customerProject] } == [both])
                #expect(
                    try await Self.identifiers(service) { $0.excludeContextTypes = [.customerProject] } == [none, lead]
                )
                #expect(
                    try await Self.identifiers(service) {
                        $0.contextTypes = [.lead, .prospectingResult]
                        $0.createdBy = [own]
                        $0.excludeContextTypes = [.customerProject]
                    } == [lead]
                )
                #expect(try await Self.identifiers(service) { $0.engagementIdentifier = [lead, arn] } == [both, lead])
                #expect(
                    try await Self.identifiers(service) {
                        $0.engagementIdentifier = [lead, none, "eng-00000000000000", "arn:none"]
                        $0.createdBy = [own]
                    } == [lead]
                )
            }
        }

        @Test("names no engagement of others", arguments: StoreKind.all)
        func ofOthers(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let theirs = try await service.createEngagement(account: ServiceUnderTest.otherAccount)
                #expect(try await Self.identifiers(service) { $0.engagementIdentifier = [theirs] } == [])
            }
        }

        @Test("pages of any size show everything once, in order, filtered or not", arguments: StoreKind.all)
        func pages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var created = try await Self.several(service, 3)
                // Created in one millisecond: their identifiers order them.
                for _ in 0..<4 { created.append(try await service.createEngagement([.project])) }
                let named = created
                let questions: [@Sendable (inout ListEngagementsRequest) -> Void] = [
                    { _ in }, { $0.contextTypes = [.customerProject] }, { $0.engagementIdentifier = named },
                ]
                for order in SortOrder.modelled {
                    for question in questions {
                        let sort = EngagementSort(sortBy: .createdDate, sortOrder: order)
                        let whole = try await Self.identifiers(service) {
                            question(&$0)
                            $0.sort = sort
                        }
                        #expect(whole.count >= 4)
                        for size in 1...8 {
                            let shown = try await Self.all(service, size) {
                                question(&$0)
                                $0.sort = sort
                            }
                            #expect(shown == whole, "pages of \(size), \(order)")
                        }
                    }
                }
                let first = try await Self.identifiers(service) {
                    $0.sort = EngagementSort(sortBy: .createdDate, sortOrder: .ascending)
                }
                #expect(Array(first.prefix(3)) == Array(created.prefix(3)))
            }
        }

        private static func all(
            _ service: ServiceUnderTest,
            _ size: Int,
            _ adjust: (inout ListEngagementsRequest) -> Void
        ) async throws -> [String] {
            var shown: [String] = []
            var token: String?
            repeat {
                let page = try await list(service) {
                    adjust(&$0)
                    $0.maxResults = size
                    $0.nextToken = token
                }
                #expect(page.engagementSummaryList.count <= size)
                shown += page.engagementSummaryList.compactMap(\.id)
                token = page.nextToken
            } while token != nil && shown.count < 100
            return shown
        }

        @Test("a page looks at so many rows and no more, however few pass", arguments: StoreKind.all)
        func bounded(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let oldest = try await service.createEngagement([.project])
                try await Self.copy(oldest, times: 1_200, in: service.store)
                let first = try await Self.list(service) { $0.contextTypes = [.lead] }
                #expect(first.engagementSummaryList.isEmpty)
                let token = try #require(first.nextToken)
                let second = try await Self.list(service) {
                    $0.contextTypes = [.lead]
                    $0.nextToken = token
                }
                #expect(second.engagementSummaryList.isEmpty && second.nextToken == nil)
                // A named one is found wherever it lies.
                #expect(try await Self.identifiers(service) { $0.engagementIdentifier = [oldest] } == [oldest])
            }
        }

        /// Copies of an engagement under other identifiers, created after it.
        private static func copy(_ identifier: String, times count: Int, in store: any Store) async throws {
            let addEngagement: Statement = """
                INSERT INTO engagement (catalog, id, document)
                SELECT catalog, $2, document FROM engagement WHERE id = $1
                """
            let addMember: Statement = """
                INSERT INTO engagement_member (catalog, engagement, account, position, joined_at_ms, created_at_ms)
                SELECT catalog, $2, account, position, joined_at_ms, created_at_ms + 1
                FROM engagement_member WHERE engagement = $1
                """
            try await store.write { transaction in
                for number in 10_000..<(10_000 + count) {
                    let values: [SQLValue] = [.text(identifier), .text("eng-copy\(number)")]
                    try transaction.run(addEngagement, values)
                    try transaction.run(addMember, values)
                }
            }
        }

        @Test("a token continues its own question alone", arguments: StoreKind.all)
        func tokens(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                _ = try await Self.several(service, 3)
                let token = try #require(try await Self.list(service) { $0.maxResults = 1 }.nextToken)
                let others: [@Sendable (inout ListEngagementsRequest) -> Void] = [
                    { $0.catalog = .aws }, { $0.createdBy = ["aws"] }, { $0.contextTypes = [.lead] },
                    { $0.sort = EngagementSort(sortBy: .createdDate, sortOrder: .ascending) },
                    { $0.nextToken = "page-2" }, { $0.nextToken = "" },
                ]
                for adjust in others {
                    let refused = try await refusal {
                        _ = try await Self.list(service) {
                            $0.nextToken = token
                            adjust(&$0)
                        }
                    }
                    #expect(refused.validation?.errorList?.map(\.fieldName) == ["nextToken"])
                }
                let elsewhere = try await refusal {
                    _ = try await Self.list(service, account: ServiceUnderTest.otherAccount) { $0.nextToken = token }
                }
                #expect(elsewhere.code == "ValidationException")
                #expect(try await Self.identifiers(service) { $0.nextToken = token }.count == 2)
            }
        }
    }
}

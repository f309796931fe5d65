import SellingShapes
import Store
import Testing

@testable import SellingService

extension SellingServiceTests {
    @Suite("What a page of ListOpportunities costs")
    struct ListingPlanTests {
        typealias Adjustment = @Sendable (inout ListOpportunitiesRequest) -> Void

        struct Question: Sendable {
            let name: String
            /// The index that the store must walk, and where it may begin and end within it.
            let plan: String
            let adjust: Adjustment

            init(_ name: String, _ plan: String, _ adjust: @escaping Adjustment) {
                self.name = name
                self.plan = plan
                self.adjust = adjust
            }
        }

        private static func sort(_ name: OpportunitySortName, _ order: SortOrder) -> OpportunitySort {
            OpportunitySort(sortBy: name, sortOrder: order)
        }

        /// As SQLite tells it, walking down; up, the two bounds change places.
        static let questions: [Question] = [
            Question("default", "opportunity_by_last_modified last_modified_ms,identifier_key") { _ in },
            Question("stages", "opportunity_of_stage stage=? last_modified_ms,identifier_key") {
                $0.lifeCycleStage = [.launched, .qualified]
            },
            Question("statuses", "opportunity_of_review_status review_status=? last_modified_ms,identifier_key") {
                $0.lifeCycleReviewStatus = [.approved, .rejected]
            },
            Question("companies", "opportunity_of_company company_key=? last_modified_ms,identifier_key") {
                $0.customerCompanyName = ["Company 1", "Company 2"]
            },
            Question("dates", "opportunity_by_last_modified last_modified_ms,identifier_key") {
                $0.lastModifiedDate = LastModifiedDate(afterLastModifiedDate: .of2026(100))
            },
            Question("created", "opportunity_by_created created_ms,identifier_key") {
                $0.sort = sort(.createdDate, .descending)
                $0.createdDate = CreatedDateFilter(afterCreatedDate: .of2026(100))
            },
            Question("close", "opportunity_by_target_close target_close_date,identifier_key") {
                $0.sort = sort(.targetCloseDate, .descending)
                $0.targetCloseDate = TargetCloseDateFilter(beforeTargetCloseDate: "2030-01-01")
            },
            Question("company", "opportunity_by_company company_key,identifier_key") {
                $0.sort = sort(.customerCompanyName, .descending)
                $0.customerCompanyName = ["Company 1", "Company 2"]
            },
            Question("identifier", "opportunity_by_identifier identifier_key") {
                $0.sort = sort(.identifier, .descending)
            },
            Question("residual", "opportunity_by_created created_ms,identifier_key") {
                $0.sort = sort(.createdDate, .descending)
                $0.lifeCycleStage = [.launched]
            },
        ]

        @Test("SQLite walks the index that the plan means, and sorts nothing", arguments: questions, SortOrder.modelled)
        func indexes(_ question: Question, _ order: SortOrder) async throws {
            try await StoreKind.file.withStore { store in
                let recording = RecordingStore(store)
                let service = try await ServiceUnderTest(on: recording)
                try await service.put(Self.opportunities(200))
                _ = recording.taken()
                _ = try await service.list {
                    question.adjust(&$0)
                    $0.sort = Self.sort($0.sort?.sortBy ?? .lastModifiedDate, order)
                }
                let steps = try await Self.explained(recording.taken(), store)
                let known = ["SEARCH opportunity USING INDEX opportunity_", lookUp]
                let walks = steps.filter { $0.hasPrefix(known[0]) }
                let lookUps = steps.filter { $0 == known[1] }
                #expect(!walks.isEmpty)
                #expect(walks.count + lookUps.count == steps.count, "\(steps)")
                for walk in walks { expect(walk, question) }
            }
        }

        /// That a walk is one of its own part of the index, and of no more: between two bounds.
        private func expect(_ walk: String, _ question: Question) {
            let parts = question.plan.split(separator: " ")
            for part in ["INDEX \(parts[0]) (account=? AND catalog=? AND ", ">", "<"]
                + parts.dropFirst().map(String.init)
            {
                #expect(walk.contains(part), "\(walk)")
            }
        }

        private let lookUp =
            "SEARCH opportunity USING INDEX sqlite_autoindex_opportunity_1 (account=? AND catalog=? AND id=?)"

        @Test("identifiers and documents are looked up by key")
        func lookUps() async throws {
            try await StoreKind.file.withStore { store in
                let recording = RecordingStore(store)
                let service = try await ServiceUnderTest(on: recording)
                try await service.put(Self.opportunities(200))
                _ = recording.taken()
                let page = try await service.list { $0.identifier = ["O10000001", "O10000002", "O1"] }
                #expect(page.identifiers.count == 2)
                let asked = recording.taken()
                #expect(asked.map(\.rows) == [2, 2])
                #expect(try await Self.explained(asked, store) == [lookUp, lookUp])
            }
        }

        /// The steps of SQLite's plans for what was asked.
        private static func explained(
            _ asked: [RecordingStore.Asked],
            _ store: any Store
        ) async throws -> [String] {
            try await store.read { transaction in
                try asked.flatMap { asked in
                    let explain = Statement("EXPLAIN QUERY PLAN \(asked.statement.text)")
                    return try transaction.all(explain, asked.parameters) { $0.text(3) }
                }
            }
        }

        // MARK: Rows

        static func opportunities(_ count: Int) -> [GetOpportunityResponse] {
            (1...count).map { number in
                .listed(
                    "O\(10_000_000 + number)",
                    created: Int64(number),
                    modified: Int64(number),
                    stage: Stage.modelled[number % 7],
                    status: ReviewStatus.modelled[number % 6],
                    close: "2030-01-\(10 + number % 20)",
                    company: "Company \(number % 10)"
                )
            }
        }

        static let cheap: [(String, Adjustment)] = [
            ("nothing", { _ in }),
            ("a range", { $0.lastModifiedDate = LastModifiedDate(beforeLastModifiedDate: .of2026(3_000)) }),
            ("a stage", { $0.lifeCycleStage = [.launched] }),
            ("a status", { $0.lifeCycleReviewStatus = [.approved] }),
            ("a company", { $0.customerCompanyName = ["company 7"] }),
        ]

        @Test(
            "a page that an index serves reads its rows and one more, however many there are",
            arguments: StoreKind.all
        )
        func cheap(_ kind: StoreKind) async throws {
            try await kind.withStore { store in
                let recording = RecordingStore(store)
                let service = try await ServiceUnderTest(on: recording)
                try await service.put(Self.opportunities(5_000))
                for (name, adjust) in Self.cheap {
                    _ = recording.taken()
                    #expect(try await service.list(adjust).identifiers.count == 20)
                    #expect(recording.taken().map(\.rows) == [21, 20], "\(name)")
                }
            }
        }

        @Test("a filter that finds nothing ends each page at the bound", arguments: StoreKind.all)
        func bounded(_ kind: StoreKind) async throws {
            try await kind.withStore { store in
                let recording = RecordingStore(store)
                let service = try await ServiceUnderTest(on: recording)
                try await service.put(Self.opportunities(5_000))
                _ = recording.taken()
                var token: String?
                for page in 1...5 {
                    let answer = try await service.list { [token] in
                        $0.createdDate = CreatedDateFilter(afterCreatedDate: .of2026(1_000_000))
                        $0.nextToken = token
                    }
                    #expect(answer.identifiers.isEmpty)
                    #expect((answer.nextToken == nil) == (page == 5))
                    let rows = recording.taken().map(\.rows).reduce(0, +)
                    #expect(rows <= BoundedPage<Never>.mostRowsExamined + 1)
                    token = answer.nextToken
                }
            }
        }

        @Test("a filter that finds few gives short pages with a token, and in the end all", arguments: StoreKind.all)
        func shortPages(_ kind: StoreKind) async throws {
            try await kind.withStore { store in
                let recording = RecordingStore(store)
                let service = try await ServiceUnderTest(on: recording)
                try await service.put(Self.opportunities(2_500))
                _ = recording.taken()
                let pages = try await service.pages {
                    $0.sort = Self.sort(.identifier, .ascending)
                    $0.createdDate = CreatedDateFilter(
                        afterCreatedDate: .of2026(999),
                        beforeCreatedDate: .of2026(1_001)
                    )
                }
                #expect(pages.map { $0.compactMap(\.id) } == [["O10000999", "O10001000"], ["O10001001"], []])
            }
        }
    }
}

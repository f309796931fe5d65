import SellingDomain
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("AWS's reviewer, acting by itself")
    struct AutomaticReviewTests {
        private static let minute: Int64 = 60_000
        /// Approves a minute after the submission.
        private static let approving = ReviewPolicy(
            rules: [],
            approvedAfter: CalendarDuration(milliseconds: minute)
        )
        /// Asks after a minute, and approves a minute after the answer.
        private static let asking = ReviewPolicy(
            rules: [
                ReviewRule(
                    condition: SubmissionCondition(titleContains: "archive"),
                    steps: [
                        ReviewStep(
                            after: CalendarDuration(milliseconds: minute),
                            decision: ReviewDecision(.actionRequired, comments: "Which?", reason: "TITLE")
                        ),
                        ReviewStep(after: CalendarDuration(milliseconds: minute), decision: ReviewDecision(.approved)),
                    ]
                )
            ],
            approvedAfter: nil
        )

        /// Moves the clock on and lets the service do what is due by then.
        private static func pass(_ minutes: Int64, _ service: ServiceUnderTest) async throws {
            service.clock.advance(byMilliseconds: minutes * minute)
            try await service.environment.runDueWork(upTo: service.clock.now)
        }

        @Test("approves when it is due, and not before", arguments: StoreKind.all, CatalogIdentifier.modelled)
        func approves(kind: StoreKind, catalog: CatalogIdentifier) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let identifier = try await service.submitted(catalog: catalog)
                service.clock.advance(byMilliseconds: Self.minute - 1)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await service.status(identifier, catalog: catalog) == .submitted)
                let before = try await service.events().count
                service.clock.advance(byMilliseconds: 1)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await service.status(identifier, catalog: catalog) == .approved)
                #expect(try await service.events().dropFirst(before) == ["Opportunity Updated"])
                let summary = try await service.call(
                    GetAwsOpportunitySummary.self,
                    GetAwsOpportunitySummaryRequest(catalog: catalog, relatedOpportunityIdentifier: identifier)
                )
                #expect(summary.opportunityTeam?.count == 1)
                #expect(try await service.count("review_plan") == 0)
            }
        }

        @Test("leaves a submission alone that nothing is planned for", arguments: StoreKind.all)
        func manual(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.asking)
                let identifier = try await service.submitted(title: "Something else")
                try await Self.pass(100_000, service)
                #expect(try await service.status(identifier) == .submitted)
                #expect(try await service.count("review_plan") == 0)
            }
        }

        @Test("decides once, however many nodes look at the same moment", arguments: StoreKind.all)
        func once(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let one = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let other = try await ServiceUnderTest(on: store, reviews: Self.approving, clock: one.clock)
                var identifiers: [String] = []
                for _ in 0..<5 { identifiers.append(try await one.submitted()) }
                let before = try await one.events().count
                one.clock.advance(byMilliseconds: Self.minute)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for node in [one, other, one, other] {
                        group.addTask { try await node.environment.runDueWork(upTo: node.clock.now) }
                    }
                    try await group.waitForAll()
                }
                for identifier in identifiers { #expect(try await one.status(identifier) == .approved) }
                #expect(try await one.events().count - before == identifiers.count)
            }
        }

        @Test("a plan survives a restart, whatever the new start plans", arguments: StoreKind.all)
        func restart(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let identifier = try await service.submitted()
                let restarted = try await ServiceUnderTest(on: store, clock: service.clock)
                try await Self.pass(1, restarted)
                #expect(try await restarted.status(identifier) == .approved)
            }
        }

        @Test("a script asks, waits for the correction, and goes on from there", arguments: StoreKind.all)
        func script(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.asking)
                let identifier = try await service.submitted()
                try await Self.pass(1, service)
                let asked = try await service.get(identifier).lifeCycle
                #expect(asked?.reviewStatus == .actionRequired)
                #expect(asked?.reviewComments == "Which?")
                #expect(asked?.reviewStatusReason == "TITLE")
                try await Self.pass(60, service)
                #expect(try await service.status(identifier) == .actionRequired)
                try await service.update(identifier) { $0.targetCloseDate = "2031-01-01" }
                #expect(try await service.status(identifier) == .submitted)
                try await service.environment.runDueWork(upTo: service.clock.now)
                #expect(try await service.status(identifier) == .submitted)
                try await Self.pass(1, service)
                #expect(try await service.status(identifier) == .approved)
                #expect(try await service.count("review_plan") == 0)
            }
        }

        @Test("a correction that is submitted by SubmitOpportunity goes on, too", arguments: StoreKind.all)
        func resubmission(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.asking)
                let identifier = try await service.submitted()
                try await Self.pass(1, service)
                try await service.submit(identifier)
                try await Self.pass(1, service)
                #expect(try await service.status(identifier) == .approved)
            }
        }

        @Test("several steps that are due are all taken, each once", arguments: StoreKind.all)
        func catchingUp(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let steps: [ReviewStatus] = [.inReview, .approved, .rejected]
                let policy = ReviewPolicy(
                    rules: [
                        ReviewRule(
                            condition: SubmissionCondition(),
                            steps: steps.map { status in
                                ReviewStep(after: CalendarDuration(days: 1), decision: ReviewDecision(status))
                            }
                        )
                    ],
                    approvedAfter: nil
                )
                let service = try await ServiceUnderTest(on: store, reviews: policy)
                let identifier = try await service.submitted()
                let before = try await service.events().count
                try await Self.pass(2 * 1440, service)
                #expect(try await service.status(identifier) == .approved)
                #expect(try await service.events().count - before == 2)
                try await Self.pass(1440, service)
                #expect(try await service.status(identifier) == .rejected)
            }
        }

        @Test("a decision by hand ends what was planned", arguments: StoreKind.all, ["In review", "Rejected"])
        func manualDecision(kind: StoreKind, decision: String) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let identifier = try await service.submitted()
                let status = try await service.environment.reviewOpportunity(
                    account: ServiceUnderTest.account,
                    catalog: "Sandbox",
                    identifier: identifier,
                    decision: decision,
                    comments: nil,
                    reason: nil
                )
                #expect(status == decision)
                try await Self.pass(10, service)
                #expect(try await service.status(identifier)?.rawValue == decision)
            }
        }

        @Test("a decision that the partner plays in Sandbox ends it as well", arguments: StoreKind.all)
        func simulatedDecision(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let identifier = try await service.submitted()
                try await service.update(identifier) { $0.reviewStatus = .rejected }
                #expect(try await service.count("review_plan") == 0)
                try await Self.pass(10, service)
                #expect(try await service.status(identifier) == .rejected)
            }
        }

        @Test("a submission that is refused plans nothing", arguments: StoreKind.all)
        func refused(kind: StoreKind) async throws {
            try await kind.withStore { store in
                let service = try await ServiceUnderTest(on: store, reviews: Self.approving)
                let identifier = try await service.create()
                _ = try await refusal { try await service.submit(identifier) }
                #expect(try await service.count("review_plan") == 0)
            }
        }
    }
}

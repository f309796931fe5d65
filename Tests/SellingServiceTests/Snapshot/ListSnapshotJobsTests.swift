import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

@testable import SellingService

extension SellingServiceTests {
    @Suite("ListResourceSnapshotJobs")
    struct ListSnapshotJobsTests {
        static func list(
            _ service: ServiceUnderTest,
            account: String = ServiceUnderTest.account,
            _ adjust: (inout ListResourceSnapshotJobsRequest) -> Void = { _ in }
        ) async throws -> ListResourceSnapshotJobsResponse {
            var request = ListResourceSnapshotJobsRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListResourceSnapshotJobs.self, request, account: account)
        }

        /// Puts so many jobs where the service keeps them, a millisecond after one another.
        static func put(_ service: ServiceUnderTest, _ count: Int, running: Set<Int> = []) async throws {
            let start = service.clock.now.millisecondsSinceEpoch
            try await service.store.write { transaction in
                for number in 1...count {
                    let job = SnapshotJob(
                        account: ServiceUnderTest.account,
                        identifier: "job-" + String(String(number + 10_000_000_000_000).dropFirst()),
                        subject: SnapshotSubject(
                            catalog: .sandbox,
                            engagement: "eng-00000000000000",
                            resourceType: .opportunity,
                            resource: "O\(number)",
                            template: "OpportunitySummaryView"
                        ),
                        createdAt: Timestamp(millisecondsSinceEpoch: start + Int64(number))
                    )
                    try SnapshotJobTable.insert(in: transaction, running.contains(number) ? job.started() : job)
                }
            }
        }

        @Test("the caller's own, newest first, with all that a summary says", arguments: StoreKind.all)
        func own(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                let older = try await service.createJob(try await service.create(), in: engagement)
                service.clock.advance(byMilliseconds: 1_000)
                let newer = try await service.runningJob(try await service.create(), in: engagement)
                let listed = try await Self.list(service)
                #expect(
                    listed.resourceSnapshotJobSummaries
                        == [(newer, ResourceSnapshotJobStatus.running), (older, .stopped)].map { job, status in
                            ResourceSnapshotJobSummary(
                                arn: SnapshotJobOperationTests.arn(job),
                                engagementId: engagement,
                                id: job,
                                status: status
                            )
                        }
                )
                #expect(listed.nextToken == nil)
                let ascending = try await Self.list(service) {
                    $0.sort = SortObject(sortBy: .createdDate, sortOrder: .ascending)
                }
                #expect(ascending.resourceSnapshotJobSummaries.map(\.id) == [older, newer])
                let others = try await Self.list(service, account: ServiceUnderTest.otherAccount)
                #expect(others.resourceSnapshotJobSummaries == [])
                let production = try await Self.list(service) { $0.catalog = .aws }
                #expect(production.resourceSnapshotJobSummaries == [])
                let running = try await Self.list(service) { $0.status = .running }
                #expect(running.resourceSnapshotJobSummaries.map(\.id) == [newer])
                let elsewhere = try await Self.list(service) { $0.engagementIdentifier = "eng-00000000000000" }
                #expect(elsewhere.resourceSnapshotJobSummaries == [])
            }
        }

        @Test("fifty to a page unless told otherwise", arguments: StoreKind.all)
        func pageSize(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await Self.put(service, 51)
                let first = try await Self.list(service)
                #expect(first.resourceSnapshotJobSummaries.count == 50)
                let second = try await Self.list(service) { $0.nextToken = first.nextToken }
                #expect(second.resourceSnapshotJobSummaries.count == 1 && second.nextToken == nil)
                #expect(try await Self.list(service) { $0.maxResults = 51 }.nextToken == nil)
            }
        }

        @Test("pages of any size show everything once, in order", arguments: StoreKind.all, SortOrder.modelled)
        func pages(_ kind: StoreKind, _ order: SortOrder) async throws {
            try await kind.withService { service in
                try await Self.put(service, 7, running: [2, 3, 7])
                for status in [nil, ResourceSnapshotJobStatus.running] {
                    let sort = SortObject(sortBy: .createdDate, sortOrder: order)
                    let whole = try await Self.list(service) {
                        $0.sort = sort
                        $0.status = status
                    }.resourceSnapshotJobSummaries
                    #expect(whole.count == (status == nil ? 7 : 3))
                    for size in 1...8 {
                        var shown: [ResourceSnapshotJobSummary] = []
                        var token: String?
                        repeat {
                            let page = try await Self.list(service) {
                                $0.sort = sort
                                $0.status = status
                                $0.maxResults = size
                                $0.nextToken = token
                            }
                            shown += page.resourceSnapshotJobSummaries
                            token = page.nextToken
                        } while token != nil && shown.count < 100
                        #expect(shown == whole, "pages of \(size)")
                    }
                }
            }
        }

        @Test("a page looks at so many rows and no more, and says that more may follow", arguments: StoreKind.all)
        func bounded(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                try await Self.put(service, 1_500, running: [1])
                let first = try await Self.list(service) { $0.status = .running }
                #expect(first.resourceSnapshotJobSummaries == [])
                let token = try #require(first.nextToken)
                let second = try await Self.list(service) {
                    $0.status = .running
                    $0.nextToken = token
                }
                #expect(second.resourceSnapshotJobSummaries.map(\.id) == ["job-0000000000001"])
                #expect(second.nextToken == nil)
            }
        }
    }
}

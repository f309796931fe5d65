import AWSJSON
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("Prospecting")
    struct ProspectingTests {
        private static let account = ServiceUnderTest.account

        private static func get(
            _ service: ServiceUnderTest,
            _ task: String,
            account: String = account
        ) async throws -> GetProspectingFromEngagementTaskResponse {
            try await service.call(
                GetProspectingFromEngagementTask.self,
                GetProspectingFromEngagementTaskRequest(catalog: .sandbox, taskIdentifier: task),
                account: account
            )
        }

        private static func list(
            _ service: ServiceUnderTest,
            account: String = account,
            _ adjust: (inout ListProspectingFromEngagementTasksRequest) -> Void = { _ in }
        ) async throws -> ListProspectingFromEngagementTasksResponse {
            var request = ListProspectingFromEngagementTasksRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListProspectingFromEngagementTasks.self, request, account: account)
        }

        @Test("adds a result to each engagement, and is done in the call", arguments: StoreKind.all)
        func completed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagements = [try await service.createEngagement(), try await service.createEngagement([])]
                let start = try await service.prospect(engagements)
                #expect(start.taskStatus == .completed && start.taskName == "Spring")
                #expect(start.identifiers == engagements)
                let task = try #require(start.taskId)
                #expect(try #/task-[0-9a-z]{14}/#.wholeMatch(in: task) != nil)
                let stem = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/prospecting-from-engagement-task"
                #expect(start.taskArn == "\(stem)/\(task)")
                let answer = try await Self.get(service, task)
                #expect(answer.engagements.map(\.engagementIdentifier) == engagements)
                #expect(answer.engagements.map(\.status) == [.completed, .completed])
                #expect(answer.engagements.map(\.engagementContextId) == ["2", "1"])
                #expect(answer.endTime == service.clock.now)
                let context = try await service.engagement(engagements[0]).contexts?.last
                #expect(context?.type == .prospectingResult)
                guard case .prospectingResult(let result) = context?.payload else {
                    Issue.record("no result")
                    return
                }
                #expect(result.aws?.taskId == task && result.aws?.taskName == "Spring")
                #expect(result.aws?.customer?.accountName == "Example Customer")
                #expect(try await service.told().filter { $0.hasSuffix("Engagement Updated") }.count == 2)
            }
        }

        @Test("fails for engagements that are others' or full, and for no other", arguments: StoreKind.all)
        func failed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let own = try await service.createEngagement()
                let foreign = try await service.createEngagement(account: ServiceUnderTest.otherAccount)
                let full = try await service.createEngagement(Array(repeating: .lead, count: 5))
                let start = try await service.prospect([foreign, own, full, "eng-00000000000000", own])
                #expect(start.taskStatus == .completed && start.reasonCode == nil)
                let answer = try await Self.get(service, try #require(start.taskId))
                #expect(answer.engagements.map(\.status) == [.failed, .completed, .failed, .failed])
                #expect(
                    answer.engagements.map(\.reasonCode)
                        == ["EngagementAccessDenied", nil, "ServiceQuotaExceeded", "EngagementAccessDenied"]
                )
                #expect(answer.engagements[0].message == answer.engagements[3].message)
                let none = try await service.prospect([foreign])
                #expect(none.taskStatus == .failed && none.reasonCode == "EngagementAccessDenied")
                #expect(none.message?.isEmpty == false)
                let untouched = try await service.engagement(foreign, account: ServiceUnderTest.otherAccount)
                #expect(untouched.contexts?.count == 1)
            }
        }

        @Test("goes from PENDING to IN_PROGRESS to its end where it takes time", arguments: StoreKind.all)
        func slow(_ kind: StoreKind) async throws {
            try await kind.withSlowService { service in
                let engagement = try await service.createEngagement()
                let start = try await service.prospect([engagement], token: "t")
                #expect(start.taskStatus == .pending)
                let task = try #require(start.taskId)
                for (overall, status) in [
                    (ProspectingTaskStatus.pending, ProspectingTaskStatus.pending), (.inProgress, .inProgress),
                    (.completed, .completed),
                ] {
                    let answer = try await Self.get(service, task)
                    #expect(answer.engagements.map(\.status) == [status])
                    #expect((answer.endTime == nil) == (status != .completed))
                    #expect(try await service.prospect([engagement], token: "t").taskStatus == overall)
                    let node = try await service.restarted()
                    try await node.passOneStep()
                }
                #expect(try await service.engagement(engagement).contexts?.count == 2)
            }
        }

        @Test("of more than 100 engagements, or without a name, is refused", arguments: StoreKind.all)
        func refused(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let many = Array(repeating: "eng-00000000000000", count: 101)
                let excess = try await refusal { _ = try await service.prospect(many) }
                #expect(excess.code == "ValidationException")
                let unnamed = try await refusal { _ = try await service.prospect([], name: "") }
                #expect(unnamed.validation?.errorList?.map(\.fieldName) == ["taskName"])
                #expect(try await service.count("task") == 0)
                #expect(try await service.prospect(Array(many.dropLast())).taskStatus == .failed)
            }
        }

        @Test("is its starter's to read, in its catalog, and no other task is one", arguments: StoreKind.all)
        func notFound(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let task = try #require(try await service.prospect([]).taskId)
                #expect(try await Self.get(service, task).engagements == [])
                for (identifier, account) in [
                    (task, ServiceUnderTest.otherAccount), ("task-00000000000000", Self.account),
                ] {
                    let reply = try await refusal { _ = try await Self.get(service, identifier, account: account) }
                    #expect(reply.code == "ResourceNotFoundException")
                }
                let body = #"{"Catalog": "AWS", "TaskIdentifier": "\#(task)"}"#
                let reply = try await service.send("GetProspectingFromEngagementTask", body)
                #expect(reply.code == "ResourceNotFoundException")
            }
        }

        @Test("is listed by start, name and failures, filtered and in pages", arguments: StoreKind.all)
        func listed(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement([])
                let missing = "eng-00000000000000"
                let given: [(String, [String])] = [
                    ("b", [engagement]), ("a\u{0}", [missing, engagement]), ("a", [missing, "eng-00000000000001"]),
                ]
                var tasks: [String] = []
                for (name, engagements) in given {
                    tasks.append(try #require(try await service.prospect(engagements, name: name).taskId))
                    service.clock.advance(byMilliseconds: 1_000)
                }
                typealias Adjust = (inout ListProspectingFromEngagementTasksRequest) -> Void
                let cases: [(Adjust, [Int])] = [
                    ({ _ in }, [2, 1, 0]),
                    ({ $0.sort = .init(sortBy: .startTime, sortOrder: .ascending) }, [0, 1, 2]),
                    ({ $0.sort = .init(sortBy: .taskName, sortOrder: .ascending) }, [2, 1, 0]),
                    ({ $0.sort = .init(sortBy: .taskName, sortOrder: .descending) }, [0, 1, 2]),
                    ({ $0.sort = .init(sortBy: .failedEngagementCount, sortOrder: .descending) }, [2, 1, 0]),
                    ({ $0.sort = .init(sortBy: .failedEngagementCount, sortOrder: .ascending) }, [0, 1, 2]),
                    ({ $0.taskName = ["a", "b"] }, [2, 0]),
                    ({ $0.taskIdentifier = [tasks[0], tasks[1], "task-00000000000000"] }, [1, 0]),
                    ({ $0.startAfter = .of2026(1_000) }, [2, 1]),
                    ({ $0.startBefore = .of2026(1_000) }, [1, 0]),
                    ({ $0.taskName = [] }, [2, 1, 0]),
                ]
                for (number, (adjust, expected)) in cases.enumerated() {
                    let whole = try await Self.list(service, adjust).taskSummaries.map(\.taskId)
                    #expect(whole == expected.map { tasks[$0] }, "case \(number)")
                    #expect(try await Self.pages(service, adjust) == whole, "case \(number)")
                }
                let last = try #require(try await Self.list(service).taskSummaries.first)
                #expect(last.totalEngagementCount == 2 && last.failedEngagementCount == 2)
                #expect(last.completedEngagementCount == 0 && last.endTime != nil)
                #expect(try await Self.list(service, account: ServiceUnderTest.otherAccount).taskSummaries == [])
            }
        }

        /// The same, one by one.
        private static func pages(
            _ service: ServiceUnderTest,
            _ adjust: (inout ListProspectingFromEngagementTasksRequest) -> Void
        ) async throws -> [String] {
            var found: [String] = []
            var token: String?
            repeat {
                let page = try await list(service) { [token] in
                    adjust(&$0)
                    $0.maxResults = 1
                    $0.nextToken = token
                }
                found += page.taskSummaries.map(\.taskId)
                token = page.nextToken
            } while token != nil && found.count < 10
            return found
        }
    }
}

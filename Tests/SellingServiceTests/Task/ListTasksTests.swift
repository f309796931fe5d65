import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension SellingServiceTests {
    @Suite("Lists of tasks")
    struct ListTasksTests {
        private static let account = ServiceUnderTest.account
        private static let other = ServiceUnderTest.otherAccount

        private static func submissions(
            _ service: ServiceUnderTest,
            account: String = account,
            _ adjust: (inout ListEngagementFromOpportunityTasksRequest) -> Void = { _ in }
        ) async throws -> ListEngagementFromOpportunityTasksResponse {
            var request = ListEngagementFromOpportunityTasksRequest(catalog: .sandbox)
            adjust(&request)
            return try await service.call(ListEngagementFromOpportunityTasks.self, request, account: account)
        }

        /// Tasks at moments of their own, the second of them failed.
        private static func three(
            _ service: ServiceUnderTest
        ) async throws -> [StartEngagementFromOpportunityTaskResponse] {
            var answers: [StartEngagementFromOpportunityTaskResponse] = []
            for number in 0..<3 {
                let opportunity = try await service.createComplete {
                    if number == 1 { $0.project?.title = nil }
                }
                answers.append(try await service.submitByTask(opportunity))
                service.clock.advance(byMilliseconds: 1_000)
            }
            return answers
        }

        @Test("show a task as its start answered it, failures too", arguments: StoreKind.all)
        func summaries(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let answers = try await Self.three(service)
                let listed = try #require(try await Self.submissions(service).taskSummaries)
                #expect(
                    listed
                        == answers.reversed().map { answer in
                            ListEngagementFromOpportunityTaskSummary(
                                engagementId: answer.engagementId,
                                engagementInvitationId: answer.engagementInvitationId,
                                message: answer.message,
                                opportunityId: answer.opportunityId,
                                reasonCode: answer.reasonCode,
                                resourceSnapshotJobId: answer.resourceSnapshotJobId,
                                startTime: answer.startTime,
                                taskArn: answer.taskArn,
                                taskId: answer.taskId,
                                taskStatus: answer.taskStatus
                            )
                        }
                )
            }
        }

        @Test("filter by what a task has, and all that is named must be met", arguments: StoreKind.all)
        func filters(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let answers = try await Self.three(service)
                let tasks = answers.map { $0.taskId ?? "" }
                let (first, last) = (answers[0], answers[2])
                let arn = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement/\(last.engagementId ?? "")"
                typealias Adjust = (inout ListEngagementFromOpportunityTasksRequest) -> Void
                let cases: [(Adjust, [Int])] = [
                    ({ $0.taskStatus = [.failed] }, [1]),
                    ({ $0.taskStatus = [.failed, .complete] }, [2, 1, 0]),
                    ({ $0.taskStatus = [.inProgress] }, []),
                    ({ $0.taskIdentifier = [tasks[0], tasks[2]] }, [2, 0]),
                    ({ $0.taskIdentifier = [first.taskArn ?? ""] }, [0]),
                    ({ $0.taskIdentifier = ["task-0000000000000"] }, []),
                    ({ $0.opportunityIdentifier = [first.opportunityId ?? "", "O1"] }, [0]),
                    ({ $0.engagementIdentifier = [first.engagementId ?? "", arn] }, [2, 0]),
                    (
                        {
                            $0.taskIdentifier = [tasks[0], tasks[1]]
                            $0.taskStatus = [.failed]
                        }, [1]
                    ),
                    ({ $0.sort = ListTasksSortBase(sortBy: .startTime, sortOrder: .ascending) }, [0, 1, 2]),
                ]
                for (number, (adjust, expected)) in cases.enumerated() {
                    let listed = try await Self.submissions(service, adjust).taskSummaries
                    #expect(listed?.map(\.taskId) == expected.map { tasks[$0] }, "case \(number)")
                }
            }
        }

        @Test("show an account its own tasks, of one kind and catalog", arguments: StoreKind.all)
        func own(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let task = try #require(try await Self.three(service).first?.taskId)
                #expect(try await Self.submissions(service, account: Self.other).taskSummaries == [])
                let named = try await Self.submissions(service, account: Self.other) { $0.taskIdentifier = [task] }
                #expect(named.taskSummaries == [])
                #expect(try await Self.submissions(service) { $0.catalog = .aws }.taskSummaries == [])
                let acceptances = try await service.call(
                    ListEngagementByAcceptingInvitationTasks.self,
                    ListEngagementByAcceptingInvitationTasksRequest(catalog: .sandbox, taskIdentifier: [task])
                )
                #expect(acceptances.taskSummaries == [])
            }
        }

        @Test("come in pages, whose tokens belong to their question", arguments: StoreKind.all)
        func pages(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let tasks = try await Self.three(service).map(\.taskId)
                var found: [String?] = []
                var token: String?
                repeat {
                    let page = try await Self.submissions(service) { [token] in
                        $0.maxResults = 1
                        $0.nextToken = token
                    }
                    #expect((page.taskSummaries?.count ?? 0) <= 1)
                    found += page.taskSummaries?.map(\.taskId) ?? []
                    token = page.nextToken
                } while token != nil
                #expect(found == tasks.reversed())
                let first = try await Self.submissions(service) { $0.maxResults = 1 }
                let reply = try await refusal {
                    _ = try await Self.submissions(service) {
                        $0.nextToken = first.nextToken
                        $0.taskStatus = [.failed]
                    }
                }
                #expect(reply.validation?.errorList?.map(\.fieldName) == ["nextToken"])
            }
        }

        @Test("of acceptances filter by invitation", arguments: StoreKind.all)
        func acceptances(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                var answers: [StartEngagementByAcceptingInvitationTaskResponse] = []
                for _ in 0..<2 {
                    let invitation = try await service.invite(to: try await service.createEngagement([.project]))
                    answers.append(try await service.acceptByTask(invitation))
                    service.clock.advance(byMilliseconds: 1_000)
                }
                let stem = "arn:aws:partnercentral:us-east-1::catalog/Sandbox/engagement-invitation"
                let request = ListEngagementByAcceptingInvitationTasksRequest(
                    catalog: .sandbox,
                    engagementInvitationIdentifier: ["\(stem)/\(answers[0].engagementInvitationId ?? "")"]
                )
                let listed = try await service.call(
                    ListEngagementByAcceptingInvitationTasks.self,
                    request,
                    account: Self.other
                ).taskSummaries
                #expect(listed?.map(\.opportunityId) == [answers[0].opportunityId])
                #expect(listed?.map(\.taskArn) == [answers[0].taskArn])
            }
        }

        @Test("of conversions filter by the context that they added", arguments: StoreKind.all)
        func conversions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let engagement = try await service.createEngagement()
                for _ in 0..<2 { _ = try await service.convertLead(in: engagement) }
                for (contexts, expected) in [(["3"], ["3"]), (["1"], []), (["2", "3"], ["2", "3"])] {
                    let request = ListOpportunityFromEngagementTasksRequest(
                        catalog: .sandbox,
                        contextIdentifier: contexts,
                        engagementIdentifier: [engagement]
                    )
                    let listed = try await service.call(ListOpportunityFromEngagementTasks.self, request).taskSummaries
                    #expect(listed?.compactMap(\.contextId).sorted() == expected)
                    #expect(listed?.allSatisfy { $0.engagementId == engagement } == true)
                }
            }
        }
    }
}

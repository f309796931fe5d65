import SellingShapes
import SellingWire
import Store
import Testing

extension SellingServiceTests {
    @Suite("StartEngagementFromOpportunityTask")
    struct SubmitByTaskTests {
        private static let account = ServiceUnderTest.account

        @Test("answers COMPLETE with all identifiers, as captured (PM 051)", arguments: StoreKind.all)
        func complete(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let answer = try await service.submitByTask(opportunity)
                #expect(answer.taskStatus == .complete)
                #expect(answer.opportunityId == opportunity)
                #expect(answer.message == nil && answer.reasonCode == nil)
                #expect(answer.startTime == service.clock.now)
                let task = try #require(answer.taskId)
                #expect(try #/task-[0-9a-z]{13}/#.wholeMatch(in: task) != nil)
                let stem = "arn:aws:partnercentral:us-east-1::catalog/Sandbox"
                #expect(answer.taskArn == "\(stem)/engagement-from-opportunity-task/\(task)")
                #expect(try #/eng-[0-9a-z]{14}/#.wholeMatch(in: answer.engagementId ?? "") != nil)
                #expect(try #/engi-[0-9a-z]{13}/#.wholeMatch(in: answer.engagementInvitationId ?? "") != nil)
                #expect(try #/job-[0-9a-z]{13}/#.wholeMatch(in: answer.resourceSnapshotJobId ?? "") != nil)
                #expect(try await service.get(opportunity).lifeCycle?.reviewStatus == .submitted)
                #expect(try await service.summary(opportunity).involvementType == .coSell)
            }
        }

        @Test("for visibility only it leaves what GetOpportunity then shows (PM 052)", arguments: StoreKind.all)
        func visibilityOnly(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete {
                    $0.primaryNeedsFromAws = nil
                    $0.project?.salesActivities = nil
                }
                let answer = try await service.submitByTask(opportunity, .forVisibilityOnly)
                #expect(answer.taskStatus == .complete, "\(answer.message ?? "")")
                let needs = try await service.get(opportunity).primaryNeedsFromAws
                #expect(needs == [.doNotNeedSupportFromAwsSalesRep])
            }
        }

        @Test("makes an engagement of the project, cut to what one can hold", arguments: StoreKind.all)
        func engagement(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete {
                    $0.project?.title = String(repeating: "é", count: 39) + "👩‍🚀"
                    $0.project?.customerBusinessProblem = String(repeating: "ü", count: 300)
                }
                let answer = try await service.submitByTask(opportunity)
                let engagement = try await service.engagement(try #require(answer.engagementId))
                // In scalars: of the last character only the first fits.
                #expect(engagement.title == String(repeating: "é", count: 39) + "👩")
                #expect(engagement.description == String(repeating: "ü", count: 255))
                #expect(engagement.createdBy == Self.account && engagement.memberCount == 1)
                #expect(engagement.contexts?.map(\.type) == [.customerProject])
                guard case .customerProject(let project) = engagement.contexts?.first?.payload else {
                    Issue.record("no customer project")
                    return
                }
                #expect(project.customer?.companyName == "Example Corp")
                #expect(project.project?.targetCompletionDate == "2030-06-30")
            }
        }

        @Test("invites AWS, who reads what an invitation tells", arguments: StoreKind.all)
        func invitation(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let answer = try await service.submitByTask(try await service.createComplete())
                let invitation = try await service.invitation(try #require(answer.engagementInvitationId))
                #expect(invitation.status == .pending)
                #expect(invitation.receiver == .account(AccountReceiver(awsAccountId: "aws")))
                #expect(invitation.senderAwsAccountId == Self.account)
                guard case .opportunityInvitation(let payload) = invitation.payload else {
                    Issue.record("no invitation to an opportunity")
                    return
                }
                #expect(payload.customer.companyName == "Example Corp")
                #expect(payload.project.title == "Pattern archive")
                #expect(payload.senderContacts?.first?.businessTitle == "OpportunityOwner")
            }
        }

        @Test("takes a snapshot before and one after, by a running job that has the tags", arguments: StoreKind.all)
        func job(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let answer = try await service.submitByTask(opportunity, tags: [Tag(key: "Team", value: "Docks")])
                let engagement = try #require(answer.engagementId)
                let job = try await service.job(try #require(answer.resourceSnapshotJobId))
                #expect(job.status == .running)
                #expect(job.resourceId == opportunity && job.engagementId == engagement)
                let tags = try await service.call(
                    ListTagsForResource.self,
                    ListTagsForResourceRequest(resourceArn: try #require(job.arn))
                ).tags
                #expect(tags == [Tag(key: "Team", value: "Docks")])
                #expect(try await service.revisions(opportunity, in: engagement) == 2)
                let statuses = try await Self.shownStatuses(service, opportunity, engagement)
                #expect(statuses == [.pendingSubmission, .submitted])
            }
        }

        private static func shownStatuses(
            _ service: ServiceUnderTest,
            _ opportunity: String,
            _ engagement: String
        ) async throws -> [ReviewStatus?] {
            var statuses: [ReviewStatus?] = []
            for revision in 1...2 {
                let shown = try await service.shown(opportunity, in: engagement, revision: revision)
                guard case .opportunitySummary(let view) = shown.payload else { continue }
                statuses.append(view.lifecycle?.reviewStatus)
            }
            return statuses
        }

        @Test("tells the partner what the events page lists for a submission", arguments: StoreKind.all)
        func events(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                try await service.clearEvents()
                _ = try await service.submitByTask(opportunity)
                #expect(
                    try await service.told()
                        == [
                            "Engagement Created", "Engagement Member Added", "Engagement Resource Snapshot Created",
                            "Engagement Invitation Created", "Opportunity Updated",
                            "Engagement Resource Snapshot Created",
                        ].map { "\(Self.account) \($0)" }
                )
            }
        }

        @Test("submits again what AWS sent back, in the same engagement", arguments: StoreKind.all)
        func again(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let first = try await service.submitByTask(opportunity)
                try await service.decide(.actionRequired, opportunity)
                let second = try await service.submitByTask(opportunity)
                #expect(second.taskStatus == .complete, "\(second.message ?? "")")
                #expect(second.engagementId == first.engagementId)
                #expect(second.engagementInvitationId == first.engagementInvitationId)
                #expect(second.resourceSnapshotJobId == first.resourceSnapshotJobId)
                #expect(second.taskId != first.taskId)
                #expect(try await service.count("engagement") == 1)
            }
        }

        @Test("refuses what is wrong with the request, keeping nothing", arguments: StoreKind.all)
        func refused(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.createComplete()
                let rows = try await service.rows()
                let repeated = [Tag(key: "a", value: "1"), Tag(key: "a", value: "2")]
                let calls: [(String, () async throws -> Void)] = [
                    ("ResourceNotFoundException", { _ = try await service.submitByTask("O1", token: "t") }),
                    (
                        "ResourceNotFoundException",
                        { _ = try await service.submitByTask(opportunity, token: "t", catalog: .aws) }
                    ),
                    (
                        "ResourceNotFoundException",
                        {
                            _ = try await service.submitByTask(
                                opportunity,
                                token: "t",
                                account: ServiceUnderTest.otherAccount
                            )
                        }
                    ),
                    (
                        "ValidationException",
                        { _ = try await service.submitByTask(opportunity, tags: repeated, token: "t") }
                    ),
                ]
                for (code, call) in calls { #expect(try await refusal(of: call).code == code) }
                #expect(try await service.rows() == rows)
                #expect(try await service.count("task") == 0)
                // The refused requests have not used the token up.
                #expect(try await service.submitByTask(opportunity, token: "t").taskStatus == .complete)
            }
        }
    }
}

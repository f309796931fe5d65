import AWSJSON
import SellingShapes
import SellingWire
import Testing

extension SellingServiceTests {
    @Suite("The operations of snapshot jobs")
    struct SnapshotJobOperationTests {
        static func arn(_ job: String, account: String = ServiceUnderTest.account) -> String {
            "arn:aws:partnercentral:us-east-1:\(account):catalog/Sandbox/resource-snapshot-job/\(job)"
        }

        @Test("a new job is stopped, and says what it is for", arguments: StoreKind.all)
        func created(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let job = try await service.createJob(opportunity, in: engagement)
                #expect(job.wholeMatch(of: #/job-[0-9a-z]{13}/#) != nil)
                #expect(
                    try await service.job(job)
                        == GetResourceSnapshotJobResponse(
                            arn: Self.arn(job),
                            catalog: .sandbox,
                            createdAt: service.clock.now,
                            engagementId: engagement,
                            id: job,
                            resourceArn: TagTests.arn(opportunity),
                            resourceId: opportunity,
                            resourceSnapshotTemplateName: "OpportunitySummaryView",
                            resourceType: .opportunity,
                            status: .stopped
                        )
                )
                #expect(try await service.count("resource_snapshot") == 0)
            }
        }

        @Test("start and stop as often as one likes, and answer nothing", arguments: StoreKind.all)
        func transitions(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let job = try await service.createJob(opportunity, in: try await service.createEngagement())
                let body = #"{"Catalog":"Sandbox","ResourceSnapshotJobIdentifier":"\#(job)"}"#
                for (operation, status) in [
                    ("StopResourceSnapshotJob", ResourceSnapshotJobStatus.stopped),
                    ("StartResourceSnapshotJob", .running),
                    ("StartResourceSnapshotJob", .running), ("StopResourceSnapshotJob", .stopped),
                    ("StopResourceSnapshotJob", .stopped), ("StartResourceSnapshotJob", .running),
                ] {
                    let reply = try await service.send(operation, body)
                    #expect(reply.code == nil && reply.body.isEmpty, "\(operation)")
                    #expect(try await service.job(job).status == status, "\(operation)")
                }
            }
        }

        @Test("only a stopped one is deleted; its snapshots stay, its tags go", arguments: StoreKind.all)
        func deleted(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let job = try await service.createJob(opportunity, in: engagement, tags: [Tag(key: "a", value: "1")])
                try await service.start(job)
                let running = try await refusal { try await service.deleteJob(job) }
                #expect(running.code == "ConflictException")
                #expect(try await service.job(job).status == .running)
                try await service.stop(job)
                try await service.deleteJob(job)
                let gone = try await refusal { try await service.deleteJob(job) }
                #expect(gone.code == "ResourceNotFoundException")
                #expect(try await service.count("tag") == 0)
                #expect(try await service.shown(opportunity, in: engagement).revision == 1)
                #expect(try await service.createJob(opportunity, in: engagement) != job)
            }
        }

        @Test("there is one for an opportunity and an engagement", arguments: StoreKind.all)
        func one(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let job = try await service.createJob(opportunity, in: engagement, token: "t")
                #expect(try await service.createJob(opportunity, in: engagement, token: "t") == job)
                let second = try await refusal { _ = try await service.createJob(opportunity, in: engagement) }
                #expect(second.code == "ConflictException" && second.text.contains(job))
                _ = try await service.createJob(opportunity, in: try await service.createEngagement())
                _ = try await service.createJob(try await service.create(), in: engagement)
                #expect(try await service.count("resource_snapshot_job") == 3)
            }
        }

        @Test("of twenty at once one is made", arguments: StoreKind.all)
        func concurrently(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            do {
                                _ = try await service.createJob(opportunity, in: engagement)
                                return true
                            } catch let reply as Reply {
                                #expect(reply.code == "ConflictException")
                                return false
                            }
                        }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(made == 1)
                #expect(try await service.count("resource_snapshot_job") == 1)
            }
        }

        @Test("has tags, from creation on, that only its owner sees", arguments: StoreKind.all)
        func tags(_ kind: StoreKind) async throws {
            try await kind.withService { service in
                let opportunity = try await service.create()
                let engagement = try await service.createEngagement()
                let first = Tag(key: "team", value: "west")
                let job = try await service.createJob(opportunity, in: engagement, tags: [first])
                let arn = Self.arn(job)
                #expect(try await TagTests.tags(service, arn) == [first])
                try await TagTests.tag(service, arn, [Tag(key: "cost", value: "1")])
                try await service.call(UntagResource.self, UntagResourceRequest(resourceArn: arn, tagKeys: ["team"]))
                #expect(try await TagTests.tags(service, arn) == [Tag(key: "cost", value: "1")])
                let request = ListTagsForResourceRequest(resourceArn: arn)
                let refused = try await refusal {
                    _ = try await service.call(
                        ListTagsForResource.self,
                        request,
                        account: ServiceUnderTest.otherAccount
                    )
                }
                #expect(refused.code == "ResourceNotFoundException")
            }
        }
    }
}

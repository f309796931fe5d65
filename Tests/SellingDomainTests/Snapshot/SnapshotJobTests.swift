import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A snapshot job")
struct SnapshotJobTests {
    static func job(_ status: ResourceSnapshotJobStatus, engagement: String = "eng-00000000000001") -> SnapshotJob {
        SnapshotJob(
            account: "111122223333",
            identifier: "job-0000000000001",
            subject: SnapshotSubject(
                catalog: .sandbox,
                engagement: engagement,
                resourceType: .opportunity,
                resource: "O1",
                template: "OpportunitySummaryView"
            ),
            createdAt: Timestamp(millisecondsSinceEpoch: 0),
            status: status
        )
    }

    struct Transition: Sendable {
        let from: ResourceSnapshotJobStatus
        let started: ResourceSnapshotJobStatus
        let stopped: ResourceSnapshotJobStatus
        let canBeDeleted: Bool
    }

    static let transitions = [
        Transition(from: .stopped, started: .running, stopped: .stopped, canBeDeleted: true),
        Transition(from: .running, started: .running, stopped: .stopped, canBeDeleted: false),
    ]

    @Test("starts and stops from either state, and is deleted only when stopped", arguments: transitions)
    func transition(_ transition: Transition) {
        let job = Self.job(transition.from)
        #expect(job.started().status == transition.started)
        #expect(job.stopped().status == transition.stopped)
        #expect((job.deletionConflict == nil) == transition.canBeDeleted)
    }

    @Test("the table above has every state")
    func complete() {
        #expect(Set(Self.transitions.map(\.from)) == Set(ResourceSnapshotJobStatus.modelled))
    }

    @Test("is stopped at first, and remembers when it last took a snapshot")
    func life() {
        let job = Self.job(.stopped)
        #expect(
            SnapshotJob(
                account: job.account,
                identifier: job.identifier,
                subject: job.subject,
                createdAt: job.createdAt
            ) == job
        )
        #expect(job.lastSuccessfulExecutionDate == nil)
        #expect(job.started().executed(at: .later).stopped().lastSuccessfulExecutionDate == .later)
    }

    @Test("says why it cannot be deleted, and why it cannot be doubled")
    func conflicts() {
        let job = Self.job(.running)
        #expect(job.deletionConflict?.rule == RuleCatalogue.snapshotJobIsStopped)
        #expect(job.duplicateConflict.rule == RuleCatalogue.oneSnapshotJob)
        #expect(job.duplicateConflict.message.contains(job.identifier))
    }

    @Test("is listed by engagement and status, newest first unless told otherwise")
    func query() {
        let request = ListResourceSnapshotJobsRequest(catalog: .sandbox)
        let all = SnapshotJobQuery(request)
        #expect(all.takesAll && all.order == .descending && all.matches(Self.job(.running)))
        var ascending = request
        ascending.sort = SortObject(sortOrder: .ascending)
        #expect(SnapshotJobQuery(ascending).order == .ascending)
        var filtered = request
        filtered.engagementIdentifier = "eng-00000000000001"
        filtered.status = .running
        let query = SnapshotJobQuery(filtered)
        #expect(!query.takesAll)
        #expect(query.matches(Self.job(.running)))
        #expect(!query.matches(Self.job(.stopped)))
        #expect(!query.matches(Self.job(.running, engagement: "eng-00000000000002")))
    }
}

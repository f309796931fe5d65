import AWSJSON
import SellingService
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

/// Tasks, as a partner starts and reads them.
extension ServiceUnderTest {
    static let delay = CalendarDuration(milliseconds: 5_000)

    /// The same service after a restart, or another node of it.
    func restarted() async throws -> ServiceUnderTest {
        try await ServiceUnderTest(on: store, clock: clock, taskDelay: environment.taskDelay)
    }

    func submitByTask(
        _ opportunity: String,
        _ involvement: SalesInvolvementType = .coSell,
        tags: [SellingShapes.Tag]? = nil,
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> StartEngagementFromOpportunityTaskResponse {
        let request = StartEngagementFromOpportunityTaskRequest(
            awsSubmission: AwsSubmission(involvementType: involvement, visibility: .full),
            catalog: catalog,
            clientToken: token,
            identifier: opportunity,
            tags: tags
        )
        return try await call(StartEngagementFromOpportunityTask.self, request, account: account)
    }

    func acceptByTask(
        _ invitation: String,
        tags: [SellingShapes.Tag]? = nil,
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        catalog: CatalogIdentifier = .sandbox,
        account: String = otherAccount
    ) async throws -> StartEngagementByAcceptingInvitationTaskResponse {
        let request = StartEngagementByAcceptingInvitationTaskRequest(
            catalog: catalog,
            clientToken: token,
            identifier: invitation,
            tags: tags
        )
        return try await call(StartEngagementByAcceptingInvitationTask.self, request, account: account)
    }

    func convertLead(
        in engagement: String,
        context: String = "1",
        tags: [SellingShapes.Tag]? = nil,
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        account: String = account
    ) async throws -> StartOpportunityFromEngagementTaskResponse {
        let request = StartOpportunityFromEngagementTaskRequest(
            catalog: .sandbox,
            clientToken: token,
            contextIdentifier: context,
            identifier: engagement,
            tags: tags
        )
        return try await call(StartOpportunityFromEngagementTask.self, request, account: account)
    }

    func prospect(
        _ engagements: [String],
        name: String = "Spring",
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        account: String = account
    ) async throws -> StartProspectingFromEngagementTaskResponse {
        let request = StartProspectingFromEngagementTaskRequest(
            catalog: .sandbox,
            clientToken: token,
            identifiers: engagements,
            taskName: name
        )
        return try await call(StartProspectingFromEngagementTask.self, request, account: account)
    }

    /// AWS refers an opportunity to an account, as Sandbox simulates it; its identifier.
    func refer(
        account: String = account,
        _ change: (inout CreateOpportunityRequest) -> Void = { _ in }
    ) async throws -> String {
        var request = CreateOpportunityRequest.complete(.sandbox)
        request.origin = .awsReferral
        change(&request)
        return try await call(CreateOpportunity.self, request, account: account).id
    }

    /// The invitations that an account has received, the newest first.
    func received(account: String) async throws -> [EngagementInvitationSummary] {
        let request = ListEngagementInvitationsRequest(catalog: .sandbox, participantType: .receiver)
        return try await call(ListEngagementInvitations.self, request, account: account)
            .engagementInvitationSummaries ?? []
    }

    /// An opportunity of any account's.
    func opportunity(_ identifier: String, of account: String) async throws -> GetOpportunityResponse {
        try GetOpportunityResponse(stored: Array(try await document(identifier, account: account).utf8))
    }

    /// Decides in the place of AWS's reviewer.
    func decide(_ status: ReviewStatus, _ opportunity: String, account: String = account) async throws {
        var request = UpdateOpportunityRequest(echoing: try await self.opportunity(opportunity, of: account))
        request.lifeCycle?.reviewStatus = status
        try await call(UpdateOpportunity.self, request, account: account)
    }

    /// Lets a step's time pass, and does what is due by then.
    func passOneStep() async throws {
        clock.advance(byMilliseconds: Self.delay.milliseconds)
        try await environment.runDueWork(upTo: clock.now)
    }

    /// Takes all that waits to be told out of the way; what follows is told from here.
    func clearEvents() async throws {
        try await store.write { try $0.run("DELETE FROM outbox") }
    }

    /// Everything there is, row by row, as far as a task could change it, but for tasks and their tokens.
    func rows() async throws -> [String] {
        let documents = [
            "SELECT id, document FROM opportunity ORDER BY id",
            "SELECT id, document FROM aws_opportunity ORDER BY id",
            "SELECT id, document FROM aws_referral ORDER BY id",
        ]
        var rows = try await snapshotRows().filter { !$0.hasPrefix("replay_record") } + engagementRows().dropLast()
        for statement in documents {
            rows += try await store.read { transaction in
                try transaction.all(Statement(statement)) { $0.text(0) + String(decoding: $0.bytes(1), as: UTF8.self) }
            }
        }
        return rows + ["\(try await count("inherited_opportunity"))"]
    }
}

extension StoreKind {
    /// Runs a test on a service whose tasks take time.
    func withSlowService(_ test: (ServiceUnderTest) async throws -> Void) async throws {
        try await withStore { try await test(ServiceUnderTest(on: $0, taskDelay: ServiceUnderTest.delay)) }
    }
}

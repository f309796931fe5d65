import AWSJSON
import SellingShapes
import SellingWire
import SmithyTypes
import Store
import Testing

extension ServiceUnderTest {
    /// A third account, and one that takes part in nothing.
    static let thirdAccount = "777788889999"
    static let outsider = "999900001111"

    /// Creates an engagement with a lead, unless told otherwise.
    func createEngagement(
        _ contexts: [EngagementContextDetails] = [.lead],
        token: String = "token-\(UInt64.random(in: .min ... .max))",
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> String {
        let request = CreateEngagementRequest(
            catalog: catalog,
            clientToken: token,
            contexts: contexts,
            description: "From the spring campaign",
            title: "Docks"
        )
        return try #require(try await call(CreateEngagement.self, request, account: account).id)
    }

    func engagement(
        _ identifier: String,
        catalog: CatalogIdentifier = .sandbox,
        account: String = account
    ) async throws -> GetEngagementResponse {
        let request = GetEngagementRequest(catalog: catalog, identifier: identifier)
        return try await call(GetEngagement.self, request, account: account)
    }

    func members(_ identifier: String, account: String = account) async throws -> [EngagementMember] {
        let request = ListEngagementMembersRequest(catalog: .sandbox, identifier: identifier, maxResults: 10)
        return try await call(ListEngagementMembers.self, request, account: account).engagementMemberList
    }

    /// Invites an account; the invitation's identifier.
    @discardableResult
    func invite(
        _ receiver: String = otherAccount,
        to engagement: String,
        _ payload: Payload = .sample,
        catalog: CatalogIdentifier = .sandbox,
        by sender: String = account,
        token: String = "token-\(UInt64.random(in: .min ... .max))"
    ) async throws -> String {
        let request = CreateEngagementInvitationRequest(
            catalog: catalog,
            clientToken: token,
            engagementIdentifier: engagement,
            invitation: Invitation(
                message: "Shall we?",
                payload: payload,
                receiver: .account(AccountReceiver(alias: "Yard", awsAccountId: receiver))
            )
        )
        return try await call(CreateEngagementInvitation.self, request, account: sender).id
    }

    func invitation(
        _ identifier: String,
        account: String = account
    ) async throws -> GetEngagementInvitationResponse {
        let request = GetEngagementInvitationRequest(catalog: .sandbox, identifier: identifier)
        return try await call(GetEngagementInvitation.self, request, account: account)
    }

    func accept(_ identifier: String, account: String = otherAccount) async throws {
        let request = AcceptEngagementInvitationRequest(catalog: .sandbox, identifier: identifier)
        try await call(AcceptEngagementInvitation.self, request, account: account)
    }

    func reject(_ identifier: String, _ reason: String? = nil, account: String = otherAccount) async throws {
        let request = RejectEngagementInvitationRequest(
            catalog: .sandbox,
            identifier: identifier,
            rejectionReason: reason
        )
        try await call(RejectEngagementInvitation.self, request, account: account)
    }

    /// Invites an account and lets it accept.
    func join(_ account: String, _ engagement: String, by sender: String = account) async throws {
        try await accept(try await invite(account, to: engagement, by: sender), account: account)
    }

    /// What waits to be told to each account: `account detail-type`, in order.
    func told() async throws -> [String] {
        try await pendingEvents().map { "\($0.event.account) \($0.event.detailType)" }
    }

    /// Every row that a request about engagements could change, spelled out.
    func engagementRows() async throws -> [String] {
        let documents = [
            "SELECT id || status, document FROM engagement_invitation ORDER BY catalog, id",
            "SELECT id, document FROM engagement ORDER BY catalog, id",
        ]
        var rows: [String] = []
        for statement in documents {
            rows += try await store.read { transaction in
                try transaction.all(Statement(statement)) { $0.text(0) + String(decoding: $0.bytes(1), as: UTF8.self) }
            }
        }
        for table in ["engagement_member", "outbox", "replay_record"] { rows.append("\(try await count(table))") }
        return rows
    }
}

extension EngagementContextDetails {
    static let lead = EngagementContextDetails(payload: .lead(.sample), type: .lead)
    static let project = EngagementContextDetails(payload: .customerProject(.sample), type: .customerProject)
}

extension LeadContext {
    static let sample = LeadContext(
        customer: LeadCustomer(
            address: LeadAddress(countryCode: "US"),
            companyName: "Acme Corp",
            industry: "Aerospace"
        ),
        interactions: [.sample]
    )
}

extension LeadInteraction {
    static let sample = LeadInteraction(
        contact: LeadContact(
            businessTitle: "Global Data Officer",
            email: "test@test.com",
            firstName: "Sarina",
            lastName: "Prosacco"
        ),
        customerAction: "Completed Form",
        sourceId: "TERCRJPJ",
        sourceName: "Handcrafted Granite Towels Campaign - 2025",
        sourceType: "Campaign"
    )
}

extension CustomerProjectsContext {
    static let sample = CustomerProjectsContext(
        customer: .sample,
        project: EngagementCustomerProjectDetails(
            businessProblem: "Docks stand empty all day.",
            targetCompletionDate: "2030-01-31",
            title: "Docks"
        )
    )
}

extension EngagementCustomer {
    static let sample = EngagementCustomer(
        companyName: "Werft",
        countryCode: CountryCode(rawValue: "DE"),
        industry: .manufacturing,
        websiteUrl: "https://werft.example"
    )
}

extension Payload {
    /// An invitation to an opportunity.
    static let sample = Payload.opportunityInvitation(
        OpportunityInvitationPayload(
            customer: .sample,
            project: ProjectDetails(
                businessProblem: "Docks stand empty all day.",
                expectedCustomerSpend: [
                    ExpectedCustomerSpend(
                        amount: "100",
                        currencyCode: CurrencyCode(rawValue: "USD"),
                        frequency: .monthly,
                        targetCompany: "AWS"
                    )
                ],
                targetCompletionDate: "2030-01-31",
                title: "Docks"
            ),
            receiverResponsibilities: [ReceiverResponsibility(rawValue: "Reseller")],
            senderContacts: [SenderContact(email: "ada@partner.example", firstName: "Ada")]
        )
    )

    static let lead = Payload.leadInvitation(
        LeadInvitationPayload(
            customer: LeadInvitationCustomer(
                awsMaturity: "Evaluating",
                companyName: "Stroman, Littel and Champlin",
                countryCode: "US",
                industry: "Software and Internet",
                marketSegment: "Enterprise",
                websiteUrl: "https://reese.biz"
            ),
            interaction: LeadInvitationInteraction(
                contactBusinessTitle: "Corporate Program Agent",
                sourceId: "TFTRUZV3",
                sourceName: "Partner Referral Program - 2025",
                sourceType: "Campaign",
                usecase: "Database"
            )
        )
    )
}

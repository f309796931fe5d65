import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

extension Engagement {
    /// An engagement of account 1 with a lead and a project, made at 1,000 ms.
    static let sample = Engagement(
        created: CreateEngagementRequest(
            catalog: .sandbox,
            clientToken: "t",
            contexts: [
                EngagementContextDetails(id: "9", payload: .lead(.sample), type: .lead),
                EngagementContextDetails(payload: .customerProject(CustomerProjectsContext()), type: .customerProject),
            ],
            title: "Docks"
        ),
        NewEngagementFacts(
            identifier: "eng-1",
            arn: "arn:eng-1",
            now: Timestamp(millisecondsSinceEpoch: 1_000),
            creator: "1"
        )
    )
}

extension LeadContext {
    static let sample = LeadContext(customer: LeadCustomer(companyName: "Acme"), interactions: [.sample])
}

extension LeadInteraction {
    static let sample = LeadInteraction(
        contact: LeadContact(businessTitle: "CTO", email: "a@b.example", firstName: "Ada", lastName: "B")
    )
}

@Suite("An engagement")
struct EngagementTests {
    private static func at(_ milliseconds: Int64) -> Timestamp { Timestamp(millisecondsSinceEpoch: milliseconds) }

    private static func update(
        _ payload: UpdateEngagementContextPayload,
        _ type: EngagementContextType,
        context: String = "1",
        lock: Int64 = 1_000
    ) -> ContextUpdate {
        ContextUpdate(
            UpdateEngagementContextRequest(
                catalog: .sandbox,
                contextIdentifier: context,
                engagementIdentifier: "eng-1",
                engagementLastModifiedAt: at(lock),
                payload: payload,
                type: type
            )
        )
    }

    private static let lead = UpdateEngagementContextPayload.lead(
        UpdateLeadContext(customer: LeadCustomer(companyName: "Holding"))
    )

    @Test("is kept as the document that GetEngagement answers, and comes back the same")
    func document() {
        #expect(Engagement(Engagement.sample.document, catalog: .sandbox) == .sample)
        #expect(Engagement(GetEngagementResponse(id: "eng-1"), catalog: .sandbox) == nil)
    }

    @Test("numbers its contexts and names each kind once")
    func contexts() {
        let engagement = Engagement.sample.adding(.lead(.sample), by: "2", at: Self.at(2_000))
        #expect(engagement.contexts.map(\.id) == ["1", "2", "3"])
        #expect(engagement.contextTypes == [.lead, .customerProject])
        #expect(engagement.modifiedAt == Self.at(2_000) && engagement.modifiedBy == "2")
        #expect(engagement.createdAt == Self.at(1_000) && engagement.createdBy == "1")
    }

    @Test("dates interactions that come without a date, and no others")
    func interactions() {
        var old = LeadInteraction.sample
        old.interactionDate = Self.at(1)
        let lead = LeadContext(customer: LeadCustomer(companyName: "Acme"), interactions: [old, .sample])
        let payload = Engagement.sample.adding(.lead(lead), by: "1", at: Self.at(2_000)).contexts[2].payload
        guard case .lead(let added) = payload else {
            Issue.record("not a lead")
            return
        }
        #expect(added.interactions.map(\.interactionDate) == [Self.at(1), Self.at(2_000)])
    }

    @Test("has room for five contexts")
    func room() {
        var engagement = Engagement.sample
        for _ in 3...5 {
            #expect(engagement.contextExcess == nil)
            engagement = engagement.adding(.customerProject(CustomerProjectsContext()), by: "1", at: Self.at(2_000))
        }
        #expect(engagement.contextExcess?.rule == RuleCatalogue.contextLimit)
    }

    @Test("is modified later by every change, though the clock stands still or goes back", arguments: [1_000, 999, 0])
    func touched(_ now: Int64) {
        let joined = Engagement.sample.joined(by: "2", at: Self.at(now))
        #expect(joined.memberCount == 2)
        #expect(joined.modifiedBy == "2" && joined.modifiedAt == Self.at(1_001))
        #expect(joined.joined(by: "3", at: Self.at(now)).modifiedAt == Self.at(1_002))
    }

    @Test("is changed only by who saw its last change", arguments: [(1_000, true), (999, false), (1_001, false)])
    func lock(_ lock: Int64, _ isFree: Bool) {
        let conflict = Engagement.sample.conflict(with: Self.update(Self.lead, .lead, lock: lock))
        #expect((conflict == nil) == isFree)
        #expect(isFree || conflict?.rule == RuleCatalogue.engagementLock)
    }

    @Test("a type that is not the payload's, or not the context's, is refused")
    func types() {
        #expect(Self.update(Self.lead, .lead).violations.isEmpty)
        #expect(Self.update(Self.lead, .customerProject).violations.map(\.fieldName) == ["type"])
        let other = refusal { () throws(Refusal) in
            try Engagement.sample.updating(Self.update(Self.lead, .lead, context: "2"), by: "1", at: .later)
        }
        #expect(other?.violations.map(\.rule) == [RuleCatalogue.contextType])
    }

    @Test("a context is named by its number", arguments: ["0", "3", "01", "9", " 1"])
    func named(_ context: String) {
        let refused = refusal { () throws(Refusal) in
            try Engagement.sample.updating(Self.update(Self.lead, .lead, context: context), by: "1", at: .later)
        }
        #expect(
            refused
                == .notFound(RuleCatalogue.contextExists, fieldName: "contextIdentifier", offendingValue: context)
        )
    }

    @Test("contexts without a payload, or with another's type, are told apart and all at once")
    func creation() {
        let request = CreateEngagementRequest(
            catalog: .aws,
            clientToken: "t",
            contexts: [
                EngagementContextDetails(type: .lead),
                EngagementContextDetails(payload: .lead(.sample), type: .customerProject),
                EngagementContextDetails(payload: .lead(.sample), type: .lead),
            ]
        )
        #expect(creationViolations(request).map(\.fieldName) == ["contexts.payload", "contexts.type"])
        #expect(creationViolations(request).map(\.code) == [.requiredFieldMissing, .invalidValue])
        #expect(contextViolations(.lead, .lead(.sample)).isEmpty)
        #expect(contextViolations(.prospectingResult, .lead(.sample)).map(\.wouldPass) == ["Lead"])
    }
}

import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("The customer project that a first snapshot gives an engagement")
struct SnapshotProjectTests {
    static func engagement(_ payloads: [EngagementContextPayload]) -> Engagement {
        let facts = NewEngagementFacts(
            identifier: "eng-00000000000001",
            arn: "arn",
            now: Timestamp(millisecondsSinceEpoch: 0),
            creator: "111122223333"
        )
        let contexts = payloads.map { EngagementContextDetails(payload: $0, type: $0.type) }
        return Engagement(
            created: CreateEngagementRequest(catalog: .sandbox, clientToken: "t", contexts: contexts),
            facts
        )
    }

    static let lead = EngagementContextPayload.lead(
        LeadContext(customer: LeadCustomer(companyName: "Werft"), interactions: [])
    )
    static let project = EngagementContextPayload.customerProject(CustomerProjectsContext())

    @Test("is made of the opportunity")
    func content() {
        let context = CustomerProjectsContext(of: .full)
        #expect(
            context.customer
                == EngagementCustomer(
                    companyName: "Werft",
                    countryCode: CountryCode(rawValue: "DE"),
                    industry: .manufacturing,
                    websiteUrl: "https://werft.example"
                )
        )
        #expect(
            context.project
                == EngagementCustomerProjectDetails(
                    businessProblem: "Docks stand empty all day.",
                    targetCompletionDate: "2030-01-31",
                    title: "Docks"
                )
        )
    }

    @Test("leaves out what is not whole")
    func parts() {
        var opportunity = GetOpportunityResponse.full
        opportunity.customer?.account?.industry = nil
        opportunity.project?.title = nil
        #expect(CustomerProjectsContext(of: opportunity) == CustomerProjectsContext())
        #expect(CustomerProjectsContext(of: .sample()) == CustomerProjectsContext())
    }

    @Test("comes as the second context of a lead")
    func second() throws {
        let changed = try #require(
            Self.engagement([Self.lead]).addingProject(of: .full, by: "444455556666", at: .later)
        )
        #expect(changed.contextTypes == [.lead, .customerProject])
        #expect(changed.contexts.map(\.id) == ["1", "2"])
        #expect(changed.modifiedBy == "444455556666" && changed.modifiedAt == .later)
    }

    @Test(
        "does not come without a lead, beside a project, or where there is no room",
        arguments: [[], [project], [lead, project], [lead, lead, lead, lead, lead]]
    )
    func none(_ payloads: [EngagementContextPayload]) {
        #expect(Self.engagement(payloads).addingProject(of: .full, by: "111122223333", at: .later) == nil)
    }
}

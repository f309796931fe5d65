import SellingDomain
import SellingShapes
import Testing

@Suite("What CreateOpportunity must satisfy beyond the model")
struct CreationRuleTests {
    @Test("nothing but a catalog and a token: a skeleton is accepted")
    func skeleton() {
        for catalog in CatalogIdentifier.modelled {
            #expect(creationViolations(CreateOpportunityRequest(catalog: catalog, clientToken: "t"), .sample()).isEmpty)
        }
    }

    static let origins: [(CatalogIdentifier, OpportunityOrigin?, accepted: Bool)] = [
        (.aws, nil, true),
        (.aws, .partnerReferral, true),
        (.aws, .awsReferral, false),
        (.sandbox, nil, true),
        (.sandbox, .partnerReferral, true),
        (.sandbox, .awsReferral, true),
    ]

    @Test("only in the Sandbox can a partner play a referral by AWS", arguments: origins)
    func origin(_ row: (CatalogIdentifier, OpportunityOrigin?, accepted: Bool)) {
        let request = CreateOpportunityRequest(catalog: row.0, clientToken: "t", origin: row.1)
        let violations = creationViolations(request, .sample())
        #expect(violations.map(\.rule) == (row.accepted ? [] : [RuleCatalogue.originInProduction]))
        #expect(violations.map(\.fieldName) == (row.accepted ? [] : ["origin"]))
    }

    @Test("an opportunity can be created in any stage but Closed Lost", arguments: Stage.modelled)
    func stage(_ stage: Stage) {
        let request = CreateOpportunityRequest(
            catalog: .aws,
            clientToken: "t",
            lifeCycle: LifeCycle(stage: stage)
        )
        let violations = creationViolations(request, .sample())
        #expect(violations.map(\.rule) == (stage == .closedLost ? [RuleCatalogue.closedLostAtCreation] : []))
        #expect(violations.map(\.fieldName) == (stage == .closedLost ? ["lifeCycle.stage"] : []))
    }

    @Test("each tag key comes once; every repeated one is told once, in order")
    func tags() {
        let tags = ["b", "a", "b", "c", "a", "a", "A"].map { Tag(key: $0, value: "") }
        let violations = creationViolations(
            CreateOpportunityRequest(catalog: .aws, clientToken: "t", tags: tags),
            .sample()
        )
        #expect(violations.map(\.offendingValue) == ["a", "b"])
        #expect(violations.allSatisfy { $0.rule == RuleCatalogue.distinctTags && $0.code == .duplicateKeyValue })
        #expect(violations.first?.message == "The tag key 'a' appears more than once.")
    }

    @Test("tags of different keys are fine, whatever their values")
    func distinctTags() {
        let tags = [Tag(key: "a", value: "1"), Tag(key: "b", value: "1")]
        #expect(
            creationViolations(CreateOpportunityRequest(catalog: .aws, clientToken: "t", tags: tags), .sample()).isEmpty
        )
    }

    @Test("all that is wrong is told together")
    func together() {
        let spend = ExpectedCustomerSpend(currencyCode: .usd, frequency: .monthly, targetCompany: "Initech")
        let request = CreateOpportunityRequest(
            catalog: .aws,
            clientToken: "t",
            lifeCycle: LifeCycle(stage: .closedLost),
            origin: .awsReferral,
            project: Project(expectedCustomerSpend: [spend]),
            tags: [Tag(key: "a", value: "1"), Tag(key: "a", value: "2")]
        )
        #expect(
            creationViolations(request, .sample()).map(\.rule) == [
                RuleCatalogue.originInProduction, RuleCatalogue.closedLostAtCreation, RuleCatalogue.distinctTags,
                RuleCatalogue.targetCompanies,
            ]
        )
    }
}

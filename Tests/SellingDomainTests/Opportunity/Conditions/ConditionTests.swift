import SellingDomain
import SellingShapes
import Testing

@Suite("What must go together in a submitted opportunity")
struct ConditionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let broken: [String: ValidationExceptionErrorCode]
        let change: @Sendable (inout GetOpportunityResponse) -> Void

        init(
            _ description: String,
            _ broken: [String: ValidationExceptionErrorCode],
            _ change: @escaping @Sendable (inout GetOpportunityResponse) -> Void
        ) {
            testDescription = description
            self.broken = broken
            self.change = change
        }
    }

    private static let spend = "project.expectedCustomerSpend"

    static let rows: [Row] = [
        Row("OtherIndustry beside another industry", ["customer.account.otherIndustry": .actionNotPermitted]) {
            $0.customer?.account?.industry = .retail
        },
        Row("national security beside a trade", ["nationalSecurity": .invalidValue]) { $0.nationalSecurity = .yes },
        Row("a state abbreviated", ["customer.account.address.stateOrRegion": .invalidEnumValue]) {
            $0.customer?.account?.address?.stateOrRegion = "WA"
        },
        Row("the capital's district spelled out", ["customer.account.address.stateOrRegion": .invalidEnumValue]) {
            $0.customer?.account?.address?.stateOrRegion = "District of Columbia"
        },
        Row("a state of the list", [:]) { $0.customer?.account?.address?.stateOrRegion = "Dist. of Columbia" },
        Row("a postal code of another form", ["customer.account.address.postalCode": .invalidStringFormat]) {
            $0.customer?.account?.address?.postalCode = "SW1A 1AA"
        },
        Row("needing help and needing none", ["primaryNeedsFromAws": .invalidValue]) {
            $0.primaryNeedsFromAws = [.coSellDealSupport, .doNotNeedSupportFromAwsSalesRep]
        },
        Row("co-selling without a need for it", ["primaryNeedsFromAws": .invalidValue]) {
            $0.primaryNeedsFromAws = [.doNotNeedSupportFromAwsSalesRep]
        },
        Row("names beside a listed competitor", ["project.otherCompetitorNames": .actionNotPermitted]) {
            $0.project?.competitorName = .akamai
        },
        Row("a use case of one's own", ["project.customerUseCase": .invalidEnumValue]) {
            $0.project?.customerUseCase = "Storage and Backup"
        },
        Row("spend in pounds", ["\(spend).currencyCode": .invalidValue]) {
            $0.project?.expectedCustomerSpend?[0].currencyCode = .gbp
        },
        Row("spend in euros", [:]) { $0.project?.expectedCustomerSpend?[0].currencyCode = .eur },
        Row("dollars in the sovereign partition", ["\(spend).currencyCode": .invalidValue]) {
            $0.project?.awsPartition = .awsEusc
        },
        Row("euros in the sovereign partition", [:]) {
            $0.project?.awsPartition = .awsEusc
            $0.project?.expectedCustomerSpend?[0].currencyCode = .eur
        },
        Row("a spend of nothing", ["\(spend).amount": .valueOutOfRange]) {
            $0.project?.expectedCustomerSpend?[0].amount = "0.00"
        },
        Row("a renewal of nothing", ["project.relatedOpportunityIdentifier": .requiredFieldMissing]) {
            $0.opportunityType = .flatRenewal
            $0.project?.relatedOpportunityIdentifier = nil
        },
        Row("yesterday", ["lifeCycle.targetCloseDate": .invalidValue]) {
            $0.lifeCycle?.targetCloseDate = "2025-12-31"
        },
        Row("today", [:]) { $0.lifeCycle?.targetCloseDate = "2026-01-01" },
        Row("a reason for no loss", ["lifeCycle.closedLostReason": .actionNotPermitted]) {
            $0.lifeCycle?.closedLostReason = .price
        },
        Row(
            "companions of no marketing activity",
            [
                "marketing.awsFundingUsed": .actionNotPermitted, "marketing.campaignName": .actionNotPermitted,
                "marketing.channels": .actionNotPermitted, "marketing.useCases": .actionNotPermitted,
            ]
        ) { $0.marketing?.source = MarketingSource.none },
        Row("use cases without funding", ["marketing.useCases": .actionNotPermitted]) {
            $0.marketing?.awsFundingUsed = .no
        },
        Row("revenue that ends before it begins", ["softwareRevenue.expirationDate": .invalidValue]) {
            $0.softwareRevenue?.expirationDate = "2029-12-31"
        },
    ]

    static func broken(_ opportunity: GetOpportunityResponse) -> [String: ValidationExceptionErrorCode] {
        let submission = OpportunitySubmission(involvement: .coSell, visibility: nil)
        let violations = opportunity.submissionViolations(submission, .sample())
        return Dictionary(violations.map { ($0.fieldName, $0.code) }) { first, _ in first }
    }

    @Test("is asked at submission", arguments: rows)
    func submission(_ row: Row) {
        var opportunity = GetOpportunityResponse.complete()
        row.change(&opportunity)
        #expect(Self.broken(opportunity) == row.broken)
    }

    @Test("is not asked of a draft", arguments: rows)
    func draft(_ row: Row) throws {
        let stored = GetOpportunityResponse.complete()
        var opportunity = stored
        row.change(&opportunity)
        _ = try stored.updated(by: opportunity.echo, .sample())
    }

    @Test("is not asked again of what was broken before", arguments: rows)
    func tolerated(_ row: Row) throws {
        var stored = GetOpportunityResponse.complete(.approved)
        row.change(&stored)
        var request = stored.echo
        request.lifeCycle?.nextSteps = "Something else."
        _ = try stored.updated(by: request, .sample())
    }

    @Test("a stranger's opportunity cannot be renewed or expanded, and is not looked for otherwise")
    func related() {
        let submission = OpportunitySubmission(involvement: .coSell, visibility: nil)
        for type in OpportunityType.modelled {
            var opportunity = GetOpportunityResponse.complete()
            opportunity.opportunityType = type
            let rules = opportunity.submissionViolations(submission, .sample(knowsRelatedOpportunity: false)).map(
                \.rule
            )
            #expect(rules == (type == .netNewBusiness ? [] : [RuleCatalogue.relatedOpportunityExists]))
        }
    }

    @Test("a national security deal is not for visibility only")
    func nationalSecurity() {
        var opportunity = GetOpportunityResponse.complete()
        opportunity.nationalSecurity = .yes
        opportunity.customer?.account?.industry = .government
        opportunity.customer?.account?.otherIndustry = nil
        #expect(Self.broken(opportunity).isEmpty)
        let submission = OpportunitySubmission(involvement: .forVisibilityOnly, visibility: nil)
        let violations = opportunity.submissionViolations(submission, .sample())
        #expect(violations.map(\.fieldName) == ["primaryNeedsFromAws"])
    }

    static let hints: [(String, @Sendable (inout GetOpportunityResponse) -> Void)] = [
        ("Did you mean 'Storage & Backup'?", { $0.project?.customerUseCase = "Storage and Backup" }),
        ("Did you mean 'Washington'?", { $0.customer?.account?.address?.stateOrRegion = "washington" }),
        ("must be in 99999 OR 99999-9999 format", { $0.customer?.account?.address?.postalCode = "9810" }),
        ("today is 2026-01-01", { $0.lifeCycle?.targetCloseDate = "2020-01-01" }),
    ]

    @Test("a refusal names what would pass", arguments: hints.indices)
    func messages(_ index: Int) {
        var opportunity = GetOpportunityResponse.complete()
        Self.hints[index].1(&opportunity)
        let submission = OpportunitySubmission(involvement: .coSell, visibility: nil)
        let messages = opportunity.submissionViolations(submission, .sample()).map(\.message)
        #expect(messages.count == 1)
        #expect(messages.first?.contains(Self.hints[index].0) == true, "\(messages)")
    }
}

import SellingDomain
import SellingShapes
import Testing

@Suite("Contract value in an update")
struct ContractUpdateTests {
    static let own = ExpectedCustomerSpend(amount: "1200", currencyCode: .usd, frequency: .none, targetCompany: "Self")
    static let monthly = ExpectedCustomerSpend(
        amount: "100",
        currencyCode: .usd,
        frequency: .monthly,
        targetCompany: "AWS"
    )
    static let year = ExpectedContractDuration(term: .months, value: "12")

    static func stored(_ spend: [ExpectedCustomerSpend], _ duration: ExpectedContractDuration?)
        -> GetOpportunityResponse
    {
        var opportunity = GetOpportunityResponse.complete()
        opportunity.project?.expectedCustomerSpend = spend
        opportunity.project?.expectedContractDuration = duration.map { .some($0) }
        return opportunity
    }

    static func project(
        _ stored: GetOpportunityResponse,
        _ spend: [ExpectedCustomerSpend],
        _ duration: ExpectedContractDuration??
    ) throws(Refusal) -> Project? {
        var request = stored.echo
        request.project?.expectedCustomerSpend = spend
        request.project?.expectedContractDuration = duration
        return try stored.updated(by: request, .sample()).opportunity.project
    }

    @Test("an absent duration is the stored one")
    func absent() throws {
        let project = try Self.project(
            Self.stored([Self.own, Self.monthly], Self.year),
            [Self.own, Self.monthly],
            nil
        )
        #expect(project?.expectedContractDuration == .some(.some(Self.year)))
        #expect(project?.expectedCustomerSpend == [Self.own, Self.monthly])
    }

    @Test("null clears it, and the spend goes back to months")
    func null() throws {
        let project = try Self.project(Self.stored([Self.own, Self.monthly], Self.year), [Self.monthly], .some(nil))
        #expect(project?.expectedContractDuration == .none)
        #expect(project?.expectedCustomerSpend == [Self.monthly])
    }

    @Test("null beside a Self entry is refused in the guide's words")
    func nullWithSelf() {
        let stored = Self.stored([Self.own, Self.monthly], Self.year)
        let refused = refusal { () throws(Refusal) in try Self.project(stored, [Self.own], .some(nil)) }
        #expect(
            refused?.violations.map(\.message) == ["ExpectedContractDuration is required when a Self entry is present"]
        )
    }

    @Test("a stored Self entry is put back while a duration remains")
    func rebuilt() throws {
        let project = try Self.project(Self.stored([Self.own, Self.monthly], Self.year), [Self.monthly], nil)
        #expect(project?.expectedCustomerSpend == [Self.own, Self.monthly])
    }

    @Test("a duration that stands alone is refused at creation only")
    func alone() throws {
        let project = try Self.project(Self.stored([Self.monthly], nil), [Self.monthly], .some(.some(Self.year)))
        #expect(project?.expectedContractDuration == .some(.some(Self.year)))
    }

    @Test("a new Self entry gets its monthly entry")
    func monthlyEntry() throws {
        let project = try Self.project(Self.stored([Self.monthly], nil), [Self.own], .some(.some(Self.year)))
        #expect(project?.expectedCustomerSpend == [Self.own, Self.monthly])
    }

    @Test("an estimate beside an amount is dropped, one in place of it is refused")
    func estimate() throws {
        let url = "https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"
        var entry = Self.monthly
        entry.estimationUrl = url
        let stored = Self.stored([Self.monthly], nil)
        #expect(try Self.project(stored, [entry], nil)?.expectedCustomerSpend == [Self.monthly])
        entry.amount = nil
        let only = entry
        let refused = refusal { () throws(Refusal) in try Self.project(stored, [only], nil) }
        #expect(refused?.violations.map(\.message) == ["Invalid Estimation URL: \(url)"])
        #expect(refused?.violations.map(\.headline) == ["The provided Estimation URL is invalid"])
    }

    @Test(
        "a contract lasts 1 to 144 months",
        arguments: [("0", false), ("1", true), ("144", true), ("145", false), ("x", false)]
    )
    func bounds(_ months: String, _ isAccepted: Bool) {
        let duration = ExpectedContractDuration(term: .months, value: months)
        let project = Project(expectedContractDuration: .some(duration), expectedCustomerSpend: [Self.own])
        let rules = contractValueViolations(project).map(\.rule)
        #expect(rules == (isAccepted ? [] : [RuleCatalogue.durationInMonths]))
    }

    @Test("a Self entry has no frequency, an AWS entry is monthly")
    func frequencies() {
        var (own, monthly) = (Self.own, Self.monthly)
        (own.frequency, monthly.frequency) = (.monthly, .none)
        let project = Project(expectedContractDuration: .some(Self.year), expectedCustomerSpend: [own, monthly])
        #expect(
            contractValueViolations(project).map(\.rule) == [
                RuleCatalogue.spendFrequency, RuleCatalogue.spendFrequency,
            ]
        )
    }

    static let shares: [(total: String, months: String, share: String)] = [
        ("0.50", "144", "0.01"), ("100", "3", "33.33"), ("200", "3", "66.67"), ("99.99", "1", "99.99"),
        ("999999999999999999999999999999", "1", "999999999999999999999999999999"), ("0.01", "1", "0.01"),
    ]

    @Test("the monthly entry is the contract's share, to the cent, however large", arguments: shares)
    func share(_ row: (total: String, months: String, share: String)) throws {
        var own = Self.own
        own.amount = row.total
        let duration = ExpectedContractDuration(term: .months, value: row.months)
        let project = try Self.project(Self.stored([Self.monthly], nil), [own], .some(.some(duration)))
        #expect(project?.expectedCustomerSpend?.last?.amount == row.share)
    }

    @Test("without a project a contract stays")
    func noProject() throws {
        let stored = Self.stored([Self.own, Self.monthly], Self.year)
        var request = stored.echo
        request.project = nil
        let project = try stored.updated(by: request, .sample()).opportunity.project
        #expect(project?.expectedContractDuration == .some(.some(Self.year)))
        #expect(project?.expectedCustomerSpend == [Self.own, Self.monthly])
    }

    @Test("while locked, null is a change, and what the service adds or drops by itself is none")
    func locked() throws {
        var stored = Self.stored([Self.own, Self.monthly], Self.year)
        stored.lifeCycle?.reviewStatus = .submitted
        let refused = refusal { () throws(Refusal) in
            try Self.project(stored, [Self.own, Self.monthly], .some(nil))
        }
        #expect(refused?.violations.map(\.fieldName).contains("project.expectedContractDuration") == true)
        #expect(try Self.project(stored, [Self.own], nil) == stored.project)
    }
}

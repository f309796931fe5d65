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
}

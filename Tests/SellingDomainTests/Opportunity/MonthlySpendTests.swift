import SellingDomain
import SellingShapes
import Testing

/// Developer guide, deal sizing: the service adds the AWS entry. How it reckons the amount is our guess.
@Suite("The monthly AWS entry beside a Self entry")
struct MonthlySpendTests {
    static func spend(
        _ entries: [ExpectedCustomerSpend],
        months: String? = "12"
    ) -> [ExpectedCustomerSpend]? {
        let duration = months.map { ExpectedContractDuration(term: .months, value: $0) }
        return NewOpportunityTests.created {
            $0.project = Project(
                expectedContractDuration: duration.map { .some($0) } ?? nil,
                expectedCustomerSpend: entries
            )
        }.project?.expectedCustomerSpend
    }

    static let amounts: [(total: String?, months: String, monthly: String?)] = [
        ("12000", "12", "1000"),
        ("12000.00", "12", "1000"),
        ("100", "3", "33.33"),
        ("200", "3", "66.67"),
        ("1", "8", "0.13"),
        ("100.80", "8", "12.60"),
        ("0.05", "1", "0.05"),
        ("0", "144", "0"),
        ("", "12", nil),
        (nil, "12", nil),
        ("1000000000000000000000", "1", "1000000000000000000000"),
        ("1200", "0", nil),
        ("1200", "many", nil),
    ]

    @Test("spreads the value over the months, to the cent", arguments: amounts)
    func amount(_ row: (total: String?, months: String, monthly: String?)) {
        let own = ContractValueTests.entry("Self", .eur, amount: row.total)
        let monthly = ExpectedCustomerSpend(
            amount: row.monthly,
            currencyCode: .eur,
            frequency: .monthly,
            targetCompany: "AWS"
        )
        #expect(Self.spend([own], months: row.months) == [own, monthly])
    }

    @Test("is not added where there is one, where there is no Self entry, or no duration")
    func notAdded() {
        let own = ContractValueTests.entry("Self")
        let aws = ContractValueTests.entry("AWS", amount: "7")
        #expect(Self.spend([own, aws]) == [own, aws])
        #expect(Self.spend([aws], months: nil) == [aws])
        #expect(Self.spend([own], months: nil) == [own])
        #expect(Self.spend([]) == [])
    }

    @Test("a duration that was sent as null is stored as absent: GetOpportunity leaves unset members out")
    func nullDuration() {
        let project = NewOpportunityTests.created {
            $0.project = Project(expectedContractDuration: .some(nil), title: "Migration")
        }.project
        #expect(project == Project(title: "Migration"))
    }
}

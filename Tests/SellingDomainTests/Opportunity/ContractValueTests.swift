import SellingDomain
import SellingShapes
import Testing

/// Developer guide, deal sizing. The texts are AWS's: clients that show or match them must see the same.
@Suite("Contract value: Self entries, durations and currencies")
struct ContractValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let spend: [ExpectedCustomerSpend]?
        let duration: ExpectedContractDuration?
        /// Field names and texts.
        let expected: [[String]]

        var testDescription: String { name }
    }

    static let year = ExpectedContractDuration(term: .months, value: "12")

    static func entry(
        _ company: String,
        _ currency: CurrencyCode = .usd,
        amount: String? = "1200",
        url: String? = nil
    ) -> ExpectedCustomerSpend {
        ExpectedCustomerSpend(
            amount: amount,
            currencyCode: currency,
            estimationUrl: url,
            frequency: company == "Self" ? .none : .monthly,
            targetCompany: company
        )
    }

    static let url = "https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"

    static let betweenEntries: [Case] = [
        Case(name: "no spend at all", spend: nil, duration: nil, expected: []),
        Case(name: "an empty list", spend: [], duration: nil, expected: []),
        Case(name: "an AWS entry alone", spend: [entry("AWS")], duration: nil, expected: []),
        Case(name: "an AWS entry with an estimate", spend: [entry("AWS", url: url)], duration: nil, expected: []),
        Case(name: "a Self entry with a duration", spend: [entry("Self")], duration: year, expected: []),
        Case(name: "Self and AWS", spend: [entry("AWS"), entry("Self")], duration: year, expected: []),
        Case(
            name: "two Self entries",
            spend: [entry("Self"), entry("Self")],
            duration: year,
            expected: [["project.expectedCustomerSpend", "Only one Self entry is allowed"]]
        ),
        Case(
            name: "another company",
            spend: [entry("Initech")],
            duration: nil,
            expected: [["project.expectedCustomerSpend.targetCompany", "TargetCompany must be 'AWS' or 'Self'"]]
        ),
        Case(
            name: "capitals count",
            spend: [entry("aws")],
            duration: nil,
            expected: [["project.expectedCustomerSpend.targetCompany", "TargetCompany must be 'AWS' or 'Self'"]]
        ),
        Case(
            name: "two currencies",
            spend: [entry("AWS"), entry("Self", .eur)],
            duration: year,
            expected: [["project.expectedCustomerSpend.currencyCode", "CurrencyCode must match between entries"]]
        ),
        Case(
            name: "a Self entry beside an estimate",
            spend: [entry("AWS", url: url), entry("Self")],
            duration: year,
            expected: [["project.expectedCustomerSpend.estimationUrl", "Self entry and EstimationUrl cannot coexist"]]
        ),
        Case(
            name: "an estimate on the Self entry itself",
            spend: [entry("Self", url: url)],
            duration: year,
            expected: [["project.expectedCustomerSpend.estimationUrl", "Self entry and EstimationUrl cannot coexist"]]
        ),
        Case(
            name: "everything between the entries at once",
            spend: [entry("Self"), entry("Self", .eur), entry("Initech", url: url)],
            duration: year,
            expected: [
                ["project.expectedCustomerSpend", "Only one Self entry is allowed"],
                ["project.expectedCustomerSpend.targetCompany", "TargetCompany must be 'AWS' or 'Self'"],
                ["project.expectedCustomerSpend.currencyCode", "CurrencyCode must match between entries"],
                ["project.expectedCustomerSpend.estimationUrl", "Self entry and EstimationUrl cannot coexist"],
            ]
        ),
    ]

    @Test("rules between the entries", arguments: betweenEntries)
    func entries(_ row: Case) {
        let violations = contractValueViolations(row.project)
        #expect(violations.map { [$0.fieldName, $0.message] } == row.expected)
        #expect(violations.allSatisfy { $0.code == .invalidValue })
    }

    static let withDuration: [Case] = [
        Case(
            name: "a Self entry without a duration",
            spend: [entry("Self")],
            duration: nil,
            expected: [
                [
                    "project.expectedContractDuration",
                    "ExpectedContractDuration is required when a Self entry is present",
                ]
            ]
        ),
        Case(
            name: "a duration without a Self entry",
            spend: [entry("AWS")],
            duration: year,
            expected: [
                ["project.expectedCustomerSpend", "A Self entry is required when ExpectedContractDuration is present"]
            ]
        ),
        Case(
            name: "a duration without any entry",
            spend: nil,
            duration: year,
            expected: [
                ["project.expectedCustomerSpend", "A Self entry is required when ExpectedContractDuration is present"]
            ]
        ),
    ]

    @Test("rules between the Self entry and the duration", arguments: withDuration)
    func duration(_ row: Case) {
        let violations = contractValueViolations(row.project)
        #expect(violations.map { [$0.fieldName, $0.message] } == row.expected)
        #expect(violations.allSatisfy { $0.code == .invalidValue })
    }

    @Test("a duration that is null is none")
    func nullDuration() {
        let project = Project(expectedContractDuration: .some(nil), expectedCustomerSpend: [Self.entry("Self")])
        #expect(
            contractValueViolations(project).map(\.rule) == [RuleCatalogue.selfEntryNeedsDuration]
        )
    }

    @Test("each entry of another company is told")
    func everyOtherCompany() {
        let project = Project(expectedCustomerSpend: [Self.entry("Initech"), Self.entry("AWS"), Self.entry("")])
        #expect(contractValueViolations(project).map(\.offendingValue) == ["Initech", ""])
    }

    @Test("without a project there is nothing to check")
    func withoutProject() {
        #expect(contractValueViolations(nil).isEmpty)
    }
}

extension ContractValueTests.Case {
    var project: Project {
        Project(expectedContractDuration: duration.map { .some($0) } ?? nil, expectedCustomerSpend: spend)
    }
}

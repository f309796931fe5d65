import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("What an opportunity is listed by")
struct ListedOpportunityTests {
    @Test("all of it is in the document")
    func document() {
        let opportunity = GetOpportunityResponse(
            catalog: .aws,
            createdDate: Timestamp(millisecondsSinceEpoch: 1_001),
            customer: Customer(account: Account(companyName: "Näherei GmbH")),
            id: "O27",
            lastModifiedDate: Timestamp(millisecondsSinceEpoch: 2_002),
            lifeCycle: LifeCycle(
                reviewStatus: .actionRequired,
                stage: .technicalValidation,
                targetCloseDate: "2035-06-30"
            ),
            relatedEntityIdentifiers: .none
        )
        let listed = ListedOpportunity(opportunity)
        #expect(listed.identifier == "O27")
        #expect(listed.identifierKey == "0227")
        #expect(listed.createdMilliseconds == 1_001)
        #expect(listed.lastModifiedMilliseconds == 2_002)
        #expect(listed.reviewStatus == "Action Required")
        #expect(listed.stage == "Technical Validation")
        #expect(listed.targetCloseDate == "2035-06-30")
        #expect(listed.companyKey == "=näherei gmbh")
    }

    @Test("what the document does not say is empty")
    func nothing() {
        var opportunity = GetOpportunityResponse.sample()
        opportunity.lifeCycle = nil
        for customer in [nil, Customer(), Customer(contacts: [])] {
            opportunity.customer = customer
            let listed = ListedOpportunity(opportunity)
            #expect(
                [listed.stage, listed.reviewStatus, listed.targetCloseDate, listed.companyKey] == ["", "", "", ""]
            )
        }
    }

    // MARK: Identifiers

    static let ascending = [
        "O0", "O1", "O9", "O00", "O09", "O10", "O99", "O100", "O10000001", "O99999999", "O999999999", "O1000000000",
        "O9223372036854775807", "O9223372036854775808", "O9999999999999999999",
    ]

    @Test("identifiers are ordered by length, then by digits, beyond 64 bits too")
    func identifierOrder() {
        let keys = Self.ascending.map(ListedOpportunity.identifierKey)
        #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(keys).count == keys.count)
    }

    // MARK: Companies

    static let sameCompany: [[String]] = [
        ["Acme", "ACME", "acme", "aCmE"],
        ["Straße & Söhne", "STRASSE & SÖHNE", "strasse & söhne"],
        ["ΟΔΟΣ", "οδος", "οδοσ"],
        ["", ""],
    ]

    @Test("a company is itself in any case of its letters", arguments: sameCompany)
    func oneCompany(_ names: [String]) {
        #expect(Set(names.map { Array(ListedOpportunity.companyKey($0).utf8) }).count == 1)
    }

    static let otherCompanies = [
        "", " ", "Acme", "Acme ", "Acme Inc", "Açme", "\u{0}", "\u{1}", "\u{0}\u{0}", "\u{1}\u{1}", "\u{0}\u{1}",
        "\u{1}\u{2}", "\u{2}", "é", "e\u{301}", "\u{10FFFF}", "~",
    ]

    @Test("and no other one: whole names are compared, by what they are made of")
    func distinctCompanies() {
        let keys = Self.otherCompanies.map { Array(ListedOpportunity.companyKey($0).utf8) }
        #expect(Set(keys).count == keys.count)
    }

    @Test("a key can be stored, and lies between the ends of its column", arguments: otherCompanies)
    func storable(_ name: String) {
        let key = ListedOpportunity.companyKey(name)
        #expect(!key.utf8.contains(0))
        #expect(OpportunityColumn.company.lowest < .text(key))
        #expect(OpportunityValue.text(key) < OpportunityColumn.company.highest)
    }

    @Test("names that begin with U+0000 keep their order")
    func controlOrder() {
        let names = ["\u{0}", "\u{0}\u{0}", "\u{0}\u{1}", "\u{0}a", "\u{1}", "\u{1}\u{0}", "\u{2}", "a"]
        let keys = names.map { OpportunityValue.text(ListedOpportunity.companyKey($0)) }
        #expect(keys == keys.sorted())
    }
}

import SellingDomain
import SellingShapes
import Testing

@Suite("Postal codes by country")
struct PostalFormatTests {
    static let rows: [(CountryCode, accepted: [String], refused: [String])] = [
        (.us, ["98101", "98101-1234"], ["9810", "981011234", "A8101", "98101-123", " 98101"]),
        (.gb, ["SW1A 1AA", "sw1a1aa", "M1 1AE", "EC1A 1BB"], ["SW1A  1AA", "12345", "SW1A 1A"]),
        (.ca, ["K1A 0B1", "K1A0B1"], ["K1A-0B1", "11A 0B1"]),
        (.nl, ["1012 AB", "1012AB"], ["1012", "1012 A1"]),
        (.lt, ["LT-01100", "01100"], ["LV-01100", "LT01100"]),
        (.se, ["S-12345", "SE-12345", "12345", "123 45"], ["N-12345", "1234"]),
        (.gp, ["97100", "97199"], ["97200", "87100"]),
        (.sv, ["1101"], ["1102", "11011"]),
        (.jm, ["10"], ["1", "100"]),
        (.ar, ["anything", "1"], []),
    ]

    static func isAccepted(_ code: String, in country: CountryCode) -> Bool {
        var opportunity = GetOpportunityResponse.complete()
        opportunity.customer?.account?.address = Address(
            countryCode: country,
            postalCode: code,
            stateOrRegion: "Washington"
        )
        let submission = OpportunitySubmission(involvement: .coSell, visibility: nil)
        return !opportunity.submissionViolations(submission, .sample()).map(\.rule).contains(RuleCatalogue.postalCode)
    }

    @Test("have the forms that AWS's samples list", arguments: rows)
    func forms(_ row: (CountryCode, accepted: [String], refused: [String])) {
        for code in row.accepted { #expect(Self.isAccepted(code, in: row.0), "\(code)") }
        for code in row.refused { #expect(!Self.isAccepted(code, in: row.0), "\(code)") }
    }
}

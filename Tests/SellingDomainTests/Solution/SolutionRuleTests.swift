import SellingDomain
import SellingShapes
import SmithyTypes
import Testing

@Suite("A partner's solutions")
struct SolutionRuleTests {
    @Test(
        "every account has three of them in each catalog, one of them inactive",
        arguments: CatalogIdentifier.modelled
    )
    func given(_ catalog: CatalogIdentifier) {
        let given = Solutions.givenToEveryAccount(catalog) { "arn:\($0)" }
        #expect(given.map(\.id) == ["S-1234567", "S-7654321", "S-1111111"])
        #expect(given.map(\.status) == [.active, .active, .inactive])
        #expect(given.map(\.arn) == ["arn:S-1234567", "arn:S-7654321", "arn:S-1111111"])
        #expect(given.allSatisfy { $0.catalog == catalog && $0.createdDate.iso8601.hasPrefix("2024-11-14T00:00:00") })
    }

    @Test("only an Active one can be associated", arguments: SolutionStatus.modelled)
    func status(_ status: SolutionStatus) {
        let violation = Solutions.associationViolation(SolutionQueryTests.solution("S-5", status: status))
        guard status != .active else {
            #expect(violation == nil)
            return
        }
        #expect(violation?.rule == RuleCatalogue.solutionIsActive)
        #expect(violation?.code == .invalidResourceState)
        #expect(violation?.fieldName == "relatedEntityIdentifier")
        #expect(
            violation?.message
                == "The solution S-5 is \(status.rawValue); only an Active solution can be associated."
        )
    }
}

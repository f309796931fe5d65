public import SellingShapes
import SmithyTypes

/// The rules of a partner's solutions. Partners keep them elsewhere in Partner Central; this API only lists them.
public enum Solutions {
    /// What every account has from the start, in both catalogs, until an entry of its own takes an identifier's place.
    ///
    /// `S-1234567` is the solution that AWS's testing page lets every partner use; the others are ours, so that more
    /// than one and an inactive one can be tried.
    public static func givenToEveryAccount(_ catalog: CatalogIdentifier, _ arn: (String) -> String) -> [SolutionBase] {
        let given: [(String, String, SolutionStatus)] = [
            ("S-1234567", "Sample Solution", .active),
            ("S-7654321", "Second Sample Solution", .active),
            ("S-1111111", "Retired Sample Solution", .inactive),
        ]
        return given.map { identifier, name, status in
            SolutionBase(
                arn: arn(identifier),
                catalog: catalog,
                category: "Software Product",
                createdDate: firstDay,
                id: identifier,
                name: name,
                status: status
            )
        }
    }

    private static let firstDay = CivilTime(year: 2024, month: 11, day: 14).timestamp

    /// Only an Active solution can be associated.
    public static func associationViolation(_ solution: SolutionBase) -> RuleViolation? {
        guard solution.status != .active else { return nil }
        return RuleViolation(
            RuleCatalogue.solutionIsActive,
            "relatedEntityIdentifier",
            .invalidResourceState,
            "The solution \(solution.id) is \(solution.status.rawValue); only an Active solution can be associated.",
            offendingValue: solution.id,
            wouldPass: "a solution that ListSolutions gives with Status Active"
        )
    }
}

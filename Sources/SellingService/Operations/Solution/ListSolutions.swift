import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's solutions, in pages.
struct ListSolutionsOperation: Operation {
    typealias Contract = ListSolutions

    let environment: SellingEnvironment

    /// By the operation page; the model itself has no default.
    private static let defaultPageSize = 20

    func run(_ input: ListSolutionsRequest, for call: Call) async throws -> Answer<ListSolutionsResponse> {
        let query = SolutionQuery(input)
        let start = try input.nextToken.map { try place(in: $0, of: input, call) }
        let shelf = environment.solutionShelf(account: call.accountIdentifier, input.catalog)
        let solutions = try await environment.store.read { try SolutionTable.all(in: $0, shelf) }
        let rest = solutions.filter(query.matches)
            .map { (place: query.place(of: $0), solution: $0) }
            .filter { entry in start.map { query.precedes($0, entry.place) } ?? true }
            .sorted { query.precedes($0.place, $1.place) }
        let page = rest.prefix(input.maxResults ?? Self.defaultPageSize)
        let last = page.count < rest.count ? page.last?.place : nil
        return .value(
            ListSolutionsResponse(
                nextToken: last.map { token(after: $0, of: input, call) },
                solutionSummaries: page.map(\.solution)
            )
        )
    }

    private func token(after place: SolutionPlace, of input: ListSolutionsRequest, _ call: Call) -> String {
        var writer = JSONWriter()
        writer.list([place.key, place.identifier]) { $1.string($0) }
        return environment.pageTokens.seal(writer.bytes, binding: binding(input, call))
    }

    private func place(in token: String, of input: ListSolutionsRequest, _ call: Call) throws -> SolutionPlace {
        guard let cursor = try? environment.pageTokens.open(token, binding: binding(input, call)),
            var reader = try? JSONReader(cursor),
            let parts = try? reader.list({ (reader: inout JSONReader) throws(SerializationFailure) in
                try reader.string()
            }), parts.count == 2
        else { throw Contract.Failure.validation(ValidationException([.pageToken(token)])) }
        return SolutionPlace(key: parts[0], identifier: parts[1])
    }

    /// What a token belongs to: the caller and the question, of which only the page's size may change.
    private func binding(_ input: ListSolutionsRequest, _ call: Call) -> [UInt8] {
        var question = input
        question.nextToken = nil
        question.maxResults = nil
        return Array("\(Contract.name) \(call.accountIdentifier) ".utf8) + question.encoded()
    }
}

extension SellingEnvironment {
    func solutionShelf(account: String, _ catalog: CatalogIdentifier) -> SolutionShelf {
        SolutionShelf(
            account: account,
            catalog: catalog,
            given: Solutions.givenToEveryAccount(catalog) { solutionARN(catalog, account: account, $0) }
        )
    }
}

extension RuleViolation {
    /// A NextToken that does not continue the query it was sent with.
    static func pageToken(_ token: String) -> RuleViolation {
        RuleViolation(
            RuleCatalogue.pageTokenFits,
            "nextToken",
            .invalidValue,
            "NextToken does not belong to this query. Send it with the Catalog, filters and Sort that gave it.",
            offendingValue: token,
            wouldPass: "no NextToken, or the one that the same query gave"
        )
    }
}

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
        let question = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let query = SolutionQuery(input)
        let start = try question.start(SolutionPlace.init(parts:))
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
                nextToken: last.map { question.token(after: $0.parts) },
                solutionSummaries: page.map(\.solution)
            )
        )
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

extension SolutionPlace {
    /// The place as texts, for a page token.
    fileprivate var parts: [String] { [key, identifier] }

    fileprivate init?(parts: [String]) {
        guard parts.count == 2 else { return nil }
        self.init(key: parts[0], identifier: parts[1])
    }
}

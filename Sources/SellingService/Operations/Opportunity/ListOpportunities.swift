import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's opportunities, in pages.
struct ListOpportunitiesOperation: Operation {
    typealias Contract = ListOpportunities

    let environment: SellingEnvironment

    /// By the operation page; the model itself has no default.
    private static let defaultPageSize = 20

    func run(_ input: ListOpportunitiesRequest, for call: Call) async throws -> Answer<ListOpportunitiesResponse> {
        let question = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let query = OpportunityQuery(input)
        let start = try question.start { OpportunityPlace(parts: $0, sortedBy: query.sortedBy) }
        let plan = OpportunityPlan(query, after: start)
        let shelf = OpportunityShelf(account: call.accountIdentifier, catalog: input.catalog)
        let size = input.maxResults ?? Self.defaultPageSize
        let (documents, stoppedAfter) = try await environment.store.read { transaction in
            let page = try Self.page(in: transaction, shelf, plan, size: size)
            let documents = try OpportunityTable.documents(in: transaction, shelf, page.rows.map(\.identifier))
            return (documents, page.stoppedAfter)
        }
        return .value(
            ListOpportunitiesResponse(
                nextToken: stoppedAfter.map { question.token(after: query.place(of: $0).parts) },
                opportunitySummaries: try documents.map(OpportunitySummary.init(ofDocument:))
            )
        )
    }

    private static func page(
        in transaction: some SQLReading,
        _ shelf: OpportunityShelf,
        _ plan: OpportunityPlan,
        size: Int
    ) throws -> BoundedPage<ListedOpportunity> {
        let (query, place) = (plan.query, plan.query.place(of:))
        switch plan.access {
        case .identifiers(let identifiers):
            var rest = try OpportunityTable.rows(in: transaction, shelf, identifiers)
                .filter { row in plan.start.map { query.precedes($0, place(row)) } ?? true }
                .sorted { query.precedes(place($0), place($1)) }[...]
            return BoundedPage(size: size, { _ in rest.popFirst() }, where: plan.matches)
        case .walks(let index, let walks):
            let step = OpportunityStep.along(index, isAscending: query.isAscending)
            var rows = MergedWalks(walks, firstBatch: size + 1) { query.precedes(place($0), place($1)) }
            return try BoundedPage(size: size) { mostRows in
                try rows.next(mostRows) { walk, last, limit in
                    let after = last.map(place) ?? walk.after
                    return try OpportunityTable.rows(in: transaction, shelf, step, walk, after: after, limit)
                }
            } where: {
                plan.matches($0)
            }
        }
    }
}

extension OpportunitySummary {
    /// A summary is a part of the opportunity, member for member: reading it passes over the rest of the document.
    fileprivate init(ofDocument document: [UInt8]) throws {
        try self.init(stored: document)
    }
}

import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the caller's prospecting tasks, in pages.
struct ListProspectingFromEngagementTasksOperation: Operation {
    typealias Contract = ListProspectingFromEngagementTasks

    let environment: SellingEnvironment

    /// Undocumented: the model has no default; this is that of lists with the same bound.
    private static let defaultPageSize = 20

    func run(
        _ input: ListProspectingFromEngagementTasksRequest,
        for call: Call
    ) async throws -> Answer<ListProspectingFromEngagementTasksResponse> {
        let query = ProspectingQuery(input)
        let paged = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let start = try paged.start { ProspectingPlace(parts: $0, query.sortBy) }
        let page = try await environment.store.read { transaction in
            try ProspectingTaskTable.page(
                in: transaction,
                account: call.accountIdentifier,
                catalog: input.catalog,
                query,
                after: start,
                size: input.maxResults ?? Self.defaultPageSize
            )
        }
        return .value(
            ListProspectingFromEngagementTasksResponse(
                nextToken: page.stoppedAfter.map { paged.token(after: $0.place.parts) },
                taskSummaries: page.rows.map(\.summary)
            )
        )
    }
}

extension ProspectingPlace {
    /// The place as texts, for a page token.
    fileprivate var parts: [String] {
        switch value {
        case .integer(let value): [String(value), identifier]
        case .text(let value): [value, identifier]
        }
    }

    fileprivate init?(parts: [String], _ sortBy: ProspectingFromEngagementTaskSortName) {
        guard parts.count == 2 else { return nil }
        if sortBy == .taskName {
            self.init(value: .text(parts[0]), identifier: parts[1])
        } else {
            guard let value = Int64(parts[0]) else { return nil }
            self.init(value: .integer(value), identifier: parts[1])
        }
    }
}

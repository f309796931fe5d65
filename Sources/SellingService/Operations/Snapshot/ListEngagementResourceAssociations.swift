import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the resources that the caller's engagements have snapshots of.
///
/// Undocumented: what an engagement gives that the caller is no member of. It is a filter like the others here, which
/// nothing passes.
struct ListEngagementResourceAssociationsOperation: Operation {
    typealias Contract = ListEngagementResourceAssociations

    let environment: SellingEnvironment

    func run(
        _ input: ListEngagementResourceAssociationsRequest,
        for call: Call
    ) async throws -> Answer<ListEngagementResourceAssociationsResponse> {
        let paged = PagedQuestion(
            Contract.self,
            input,
            nextToken: \.nextToken,
            maxResults: \.maxResults,
            call,
            environment
        )
        let start = try paged.start(.descending)
        let page = try await environment.store.read { transaction in
            try EngagementResourceAssociationTable.page(
                in: transaction,
                account: call.accountIdentifier,
                catalog: input.catalog,
                engagement: input.engagementIdentifier,
                after: start,
                size: input.maxResults ?? Contract.defaultMaxResults,
                where: input.asksFor
            )
        }
        return .value(
            ListEngagementResourceAssociationsResponse(
                engagementResourceAssociationSummaries: page.elements,
                nextToken: page.end.map(paged.token(after:))
            )
        )
    }
}

extension ListEngagementResourceAssociationsRequest {
    /// Whether every filter that is there lets the association pass.
    fileprivate func asksFor(_ association: EngagementResourceAssociationSummary) -> Bool {
        (resourceType == nil || resourceType == association.resourceType)
            && (resourceIdentifier == nil || resourceIdentifier == association.resourceId)
            && (createdBy == nil || createdBy == association.createdBy)
    }
}

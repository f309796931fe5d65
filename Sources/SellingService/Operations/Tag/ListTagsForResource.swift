import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import Store

/// Lists the tags of a resource of the caller's, by key.
struct ListTagsForResourceOperation: Operation {
    typealias Contract = ListTagsForResource

    let environment: SellingEnvironment

    func run(_ input: ListTagsForResourceRequest, for call: Call) async throws -> Answer<ListTagsForResourceResponse> {
        let tags = try await environment.store.read { transaction in
            guard try TaggedResource.exists(input.resourceArn, call, environment, in: transaction) else {
                throw Contract.Failure.refused(.resourceNotFound(input.resourceArn))
            }
            return try TagTable.all(in: transaction, account: call.accountIdentifier, arn: input.resourceArn)
        }
        return .value(ListTagsForResourceResponse(tags: tags))
    }
}
